package tr.kentatlas.spatial.planning;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.SqlFragment;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.Watch;

/** Between degrees (CRS84) and the storage CRS, by the database, which stores the one and writes the other. */
public final class Projected {
    private final FeatureStore features;
    private final Edition edition;
    private final VisibleType before;

    /** @param before a type of the caller's, before whose wall the database is asked */
    public Projected(FeatureStore features, Edition edition, VisibleType before) {
        this.features = features;
        this.edition = edition;
        this.before = before;
    }

    /** A place in the storage CRS. */
    public Coordinate metres(double longitude, double latitude) {
        SqlFragment sql = SqlFragment.of(
                "SELECT ST_X(p), ST_Y(p) FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(?::float8, ?::float8), 4326), "
                        + edition.srid() + ") AS p) AS projected",
                longitude,
                latitude);
        return features.read(before, sql, 1, row -> {
            row.next();
            return new Coordinate(row.getDouble(1), row.getDouble(2));
        });
    }

    /** A shape of the storage CRS as GeoJSON in CRS84 (RFC 7946), to six decimals: about a decimetre. */
    public String geoJson(Geometry shape, Watch watch) {
        SqlFragment sql = SqlFragment.of(
                "SELECT ST_AsGeoJSON(ST_Transform(ST_GeomFromWKB(?, " + edition.srid() + "), 4326), 6)",
                (Object) new WKBWriter().write(shape));
        return features.read(
                before,
                sql,
                1,
                row -> {
                    row.next();
                    return row.getString(1);
                },
                watch);
    }
}
