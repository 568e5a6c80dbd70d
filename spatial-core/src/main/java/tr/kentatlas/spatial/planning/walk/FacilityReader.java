package tr.kentatlas.spatial.planning.walk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.Watch;

/** Reads the features people walk to, as a grant sees them. */
public final class FacilityReader {
    /** Places along the edge of an area, in metres from one to the next. */
    private static final double STEP = 20;

    /** More entries than this are not measured from in one question. */
    public static final int MOST_ENTRIES = 200_000;

    private final WallReader reader;

    public FacilityReader(WallReader reader) {
        this.reader = reader;
    }

    /** There are more places than one question may have. */
    public static final class TooManyFacilities extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyFacilities() {
            super("more than " + MOST_ENTRIES + " entries");
        }
    }

    /** All features that answer a question; those without a place are left out. */
    public List<Facility> read(Edition edition, VisibleType type, FeatureQuery query, Watch watch) {
        String label = Optional.ofNullable(type.type().label())
                .flatMap(type::attribute)
                .map(Attribute::column)
                .map(column -> column + "::text")
                .orElse("''");
        GrantedSql found = GrantedRows.of(edition, type, query)
                .select("sira, tucbs_no, " + label + " AS facility_name, geom AS facility_geom");
        GrantedSql sql = found.between(
                "SELECT tucbs_no, facility_name, ST_X(shown), ST_Y(shown), dimension = 2, ST_X(entry), ST_Y(entry)"
                        + " FROM (",
                ") AS f, LATERAL (SELECT ST_Dimension(facility_geom) AS dimension,"
                        + " ST_Transform(ST_PointOnSurface(facility_geom), 4326) AS shown OFFSET 0) AS what,"
                        + " LATERAL (SELECT (ST_DumpPoints(CASE dimension WHEN 2"
                        + " THEN ST_Segmentize(ST_Boundary(facility_geom), " + STEP + ")"
                        + " ELSE facility_geom END)).geom AS entry) AS entries"
                        + " WHERE facility_geom IS NOT NULL AND NOT ST_IsEmpty(facility_geom) ORDER BY sira");
        return reader.read(sql, Integer.MAX_VALUE, FacilityReader::facilities, watch);
    }

    private static List<Facility> facilities(ResultSet rows) throws SQLException {
        List<Facility> all = new ArrayList<>();
        Growing open = null;
        for (int count = 0; rows.next(); count++) {
            if (count == MOST_ENTRIES) throw new TooManyFacilities();
            UUID id = rows.getObject(1, UUID.class);
            if (open == null || !open.id.equals(id)) {
                close(open, all);
                open = new Growing(id, rows);
            }
            open.entries.add(new Coordinate(rows.getDouble(6), rows.getDouble(7)));
        }
        close(open, all);
        return all;
    }

    private static void close(@Nullable Growing open, List<Facility> all) {
        if (open != null) all.add(open.whole());
    }

    /** A facility whose entries are still being read. */
    private static final class Growing {
        private final UUID id;
        private final String name;
        private final double longitude;
        private final double latitude;
        private final boolean isArea;
        private final List<Coordinate> entries = new ArrayList<>();

        Growing(UUID id, ResultSet row) throws SQLException {
            this.id = id;
            name = Optional.ofNullable(row.getString(2)).orElse("");
            longitude = row.getDouble(3);
            latitude = row.getDouble(4);
            isArea = row.getBoolean(5);
        }

        Facility whole() {
            return new Facility(id, name, longitude, latitude, entries, isArea);
        }
    }
}
