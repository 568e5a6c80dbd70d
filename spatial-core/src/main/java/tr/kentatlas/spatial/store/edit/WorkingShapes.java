package tr.kentatlas.spatial.store.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.GeometryType;

/** The shapes objects would have after a split, a merge or when they are drawn, as PostGIS makes them of what is known now; nothing is changed by looking. */
public final class WorkingShapes {
    /** An area by a line, a line at the place nearest to a point. */
    private static final String SPLIT = """
            WITH whole AS (SELECT CASE ST_Dimension(geom) WHEN 1 THEN ST_LineMerge(geom) ELSE geom END AS geom,
                                  GeometryType(geom) LIKE 'MULTI%' AS multi
                             FROM working.$type WHERE tucbs_no = :id AND surum_no = :version),
                 blade AS (SELECT ST_Transform(ST_GeomFromWKB(:blade, 4326), CAST(:srid AS integer)) AS geom),
                 cut AS (SELECT ST_Split(w.geom, b.geom) AS geom, w.geom AS old, w.multi
                           FROM whole w, blade b WHERE ST_Dimension(w.geom) = 2 AND ST_Dimension(b.geom) = 1
                         UNION ALL
                         SELECT ST_Collect(ST_LineSubstring(l.geom, 0, l.at), ST_LineSubstring(l.geom, l.at, 1)), l.geom, l.multi
                           FROM (SELECT w.geom, w.multi, ST_LineLocatePoint(w.geom, b.geom) AS at FROM whole w, blade b
                                  WHERE GeometryType(w.geom) = 'LINESTRING' AND ST_Dimension(b.geom) = 0) l
                          WHERE l.at > 0 AND l.at < 1),
                 part AS (SELECT d.path, CASE WHEN c.multi THEN ST_Multi(d.geom) ELSE d.geom END AS geom
                            FROM cut c, LATERAL ST_Dump(c.geom) d WHERE ST_NumGeometries(c.geom) > ST_NumGeometries(c.old))
            """;

    private static final String UNION = """
            WITH old AS (SELECT geom FROM working.$type WHERE (tucbs_no, surum_no) IN (:rows)),
                 whole AS (SELECT ST_UnaryUnion(ST_Collect(geom)) AS geom, bool_or(GeometryType(geom) LIKE 'MULTI%') AS multi FROM old),
                 part AS (SELECT d.path, CASE WHEN w.multi THEN ST_Multi(d.geom) ELSE d.geom END AS geom FROM whole w,
                                 LATERAL ST_Dump(CASE WHEN ST_Dimension(w.geom) = 1 THEN ST_LineMerge(w.geom) ELSE w.geom END) d)
            """;

    /**
     * What is drawn within a millimetre of a corner of its neighbours, or of its own old shape, has that corner. The municipality is the one
     * of rule G1.extent.
     */
    private static final String DRAWN = """
            WITH drawn AS (SELECT ST_Transform(ST_GeomFromWKB(:drawn, 4326), CAST(:srid AS integer)) AS geom),
                 outline AS (SELECT CASE ST_Dimension(geom) WHEN 2 THEN ST_Boundary(geom) ELSE geom END AS geom FROM drawn),
                 corner AS (SELECT ST_Collect(p.geom) AS geom
                              FROM outline o JOIN working.$type v ON ST_DWithin(v.geom, o.geom, 0.001), LATERAL ST_DumpPoints(v.geom) p),
                 exact AS (SELECT CASE WHEN c.geom IS NOT NULL AND ST_IsValid(d.geom) THEN ST_Snap(d.geom, c.geom, 0.001)
                                       ELSE d.geom END AS geom FROM drawn d, corner c),
                 part AS (SELECT CASE WHEN :multi THEN ST_Multi(geom) ELSE geom END AS geom FROM exact),
                 city AS (SELECT ST_Expand(ST_Envelope(ST_Collect(ST_Envelope(geom))), 2000) AS box
                            FROM working.idari_birim WHERE NOT ST_IsEmpty(geom) AND duzey NOT IN ('ulke', 'il'))
            """;

    private static final String PART = "ST_AsBinary(part.geom) AS shape, " + WorkingRecords.exact("part.geom")
            + " AS json, CASE WHEN ST_Dimension(part.geom) = 2 THEN ST_Area(part.geom) ELSE ST_Length(part.geom) END AS measure";
    private static final String PARTS = "SELECT " + PART + " FROM part ORDER BY path";
    private static final String JUDGED = "SELECT " + PART + ", ST_IsValid(part.geom) AS valid,"
            + " coalesce(part.geom @ city.box, true) AS inside FROM part, city";

    private final JdbcClient desk;
    private final int srid;

    /** @param desk connects as {@code kent_desk} or stronger */
    public WorkingShapes(JdbcClient desk, int srid) {
        this.desk = desk;
        this.srid = srid;
    }

    /**
     * What is left when an area is cut by a line, or a line at a point; none where it is not cut.
     *
     * @param blade in CRS84: of lines for an area, a point for a line
     */
    public List<Part> split(FeatureType type, ObjectVersion seen, Geometry blade) {
        return desk.sql(SPLIT.replace("$type", type.name()) + PARTS)
                .param("id", seen.id())
                .param("version", seen.version())
                .param("srid", srid)
                .param("blade", new WKBWriter().write(blade))
                .query((row, n) -> part(row))
                .list();
    }

    /** The union of objects of one type; in one piece where they are connected. */
    public List<Part> union(FeatureType type, List<ObjectVersion> seen) {
        return desk.sql(UNION.replace("$type", type.name()) + PARTS)
                .param(
                        "rows",
                        seen.stream()
                                .map(one -> new Object[] {one.id(), one.version()})
                                .toList())
                .query((row, n) -> part(row))
                .list();
    }

    /**
     * A drawn shape as it would be kept, and whether it may be.
     *
     * @param drawn in CRS84
     */
    public Drawn judge(FeatureType type, Geometry drawn) {
        return desk.sql(DRAWN.replace("$type", type.name()) + JUDGED)
                .param("drawn", new WKBWriter().write(drawn))
                .param("srid", srid)
                .param("multi", drawn instanceof Polygon && isOfSeveral(type))
                .query((row, n) -> new Drawn(part(row), row.getBoolean("valid"), row.getBoolean("inside")))
                .single();
    }

    private static boolean isOfSeveral(FeatureType type) {
        return type.geometry() != null && type.geometry().type() == GeometryType.MULTI_POLYGON;
    }

    /** Where a place of the city's own coordinates is in CRS84. */
    public Coordinate place(double east, double north) {
        return desk.sql("SELECT ST_X(p) AS x, ST_Y(p) AS y FROM ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), " + srid
                        + "), 4326) p")
                .params(east, north)
                .query((row, n) -> new Coordinate(row.getDouble("x"), row.getDouble("y")))
                .single();
    }

    private static Part part(ResultSet row) throws SQLException {
        try {
            return new Part(
                    new WKBReader().read(row.getBytes("shape")), row.getString("json"), row.getDouble("measure"));
        } catch (ParseException e) {
            throw new SQLException("no shape: " + e.getMessage(), e);
        }
    }
}
