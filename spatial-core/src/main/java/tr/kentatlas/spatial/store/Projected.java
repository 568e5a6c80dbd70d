package tr.kentatlas.spatial.store;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Between degrees (CRS84) and the storage CRS, by the database, which stores the one and writes the other. */
public final class Projected {
    private final WallReader reader;
    private final Edition edition;
    private final PublishedTable.Wall wall;

    /** @param before a type of the caller's, before whose wall the database is asked */
    public Projected(WallReader reader, Edition edition, VisibleType before) {
        this.reader = reader;
        this.edition = edition;
        this.wall = before.wall();
    }

    /** A place in the storage CRS. */
    public Coordinate metres(double longitude, double latitude) {
        SqlFragment sql = SqlFragment.of(
                "SELECT ST_X(p), ST_Y(p) FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(?::float8, ?::float8), 4326), "
                        + edition.srid() + ") AS p) AS projected",
                longitude,
                latitude);
        return one(sql, row -> new Coordinate(row.getDouble(1), row.getDouble(2)), Watch.NOBODY);
    }

    /** A shape of the storage CRS as GeoJSON in CRS84 (RFC 7946), to six decimals: about a decimetre. */
    public String geoJson(Geometry shape, Watch watch) {
        SqlFragment sql = SqlFragment.of(
                "SELECT ST_AsGeoJSON(ST_Transform(ST_GeomFromWKB(?, " + edition.srid() + "), 4326), 6)",
                (Object) new WKBWriter().write(shape));
        return one(sql, row -> row.getString(1), watch);
    }

    /** The storage CRS as the database defines it, in WKT (OGC 01-009). */
    public String definition() {
        SqlFragment sql = SqlFragment.of("SELECT srtext FROM public.spatial_ref_sys WHERE srid = ?", edition.srid());
        return one(sql, row -> row.getString(1), Watch.NOBODY);
    }

    private <T> T one(SqlFragment sql, WallReader.RowsReader<T> reader, Watch watch) {
        return this.reader.workOut(
                wall,
                sql,
                row -> {
                    row.next();
                    return reader.read(row);
                },
                watch);
    }
}
