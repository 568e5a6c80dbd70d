package tr.kentatlas.spatial.planning.statistics;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.io.WKBWriter;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.GeometryType;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * A question as one statement: areas, the part of each feature in each area, and the figures of the parts. Names made here are English
 * and those of the model's columns Turkish, so none hides another.
 */
final class StatisticsSql {
    private static final String GEOM = FeatureGeometry.COLUMN;

    private final Edition edition;
    private final StatisticsQuestion question;
    private final VisibleType type;
    private final String shape;

    StatisticsSql(Edition edition, StatisticsQuestion question) {
        this.edition = edition;
        this.question = question;
        boolean borrows = question.place() != null;
        this.type = borrows ? question.type().behindTheInnerWall() : question.type();
        this.shape = borrows ? BorrowedPlace.SHAPE : GEOM;
    }

    /** Rows of area, code, whether it is a row of the breakdown, count, area, length, and six figures for each number. */
    GrantedSql whole() {
        GrantedSql with = hasAreas()
                ? everything()
                        .join(" UNION ALL ", inAreas())
                        .after(areas().between("WITH planning_area AS MATERIALIZED (", ")")
                                .join("", lenders())
                                .between("", ", part AS MATERIALIZED ("))
                : everything().between("WITH part AS MATERIALIZED (", "");
        return with.then(") " + figures() + (question.breakdown() == null ? "" : " UNION ALL " + codes()));
    }

    private boolean hasAreas() {
        boolean asked = question.units() != null || !question.drawn().isEmpty();
        return asked && (type.type().geometry() != null || question.place() != null);
    }

    private SqlFragment lenders() {
        return question.place() == null ? SqlFragment.of("") : question.place().queries(edition);
    }

    /** Neighbourhoods do not overlap and are one group, of which a feature that is counted whole has one; each drawn area is its own. */
    private SqlFragment areas() {
        List<SqlFragment> all = new ArrayList<>();
        if (question.units() != null) {
            all.add(question.units()
                    .shapes()
                    .fragment()
                    .between("SELECT 0 AS area_group, area_key, area_shape FROM (", ") AS u"));
        }
        for (int i = 1; i <= question.drawn().size(); i++) {
            byte[] wkb = new WKBWriter().write(question.drawn().get(i - 1).shape());
            all.add(SqlFragment.of(
                    "SELECT " + i + ", 'drawn-" + i + "', ST_MakeValid(ST_Transform(ST_GeomFromWKB(?, 4326), "
                            + edition.srid() + "))",
                    (Object) wkb));
        }
        return SqlFragment.join(" UNION ALL ", all)
                .between("SELECT * FROM (", ") AS a(area_group, area_key, area_shape)");
    }

    private GrantedSql everything() {
        return GrantedRows.of(edition, type, question.query())
                .select("''::text AS area_key, " + sizes(own()) + ", 1::float8 AS part_share" + values());
    }

    private GrantedSql inAreas() {
        boolean isWhole = geometryType() == GeometryType.POINT || question.place() != null;
        return question.rule() == CountingRule.CLIPPED && !isWhole ? clipped() : inside();
    }

    /** What is lent has no size of the borrower's. */
    private String own() {
        return type.type().geometry() == null ? "NULL::geometry" : GEOM;
    }

    private GrantedSql inside() {
        String point = geometryType() == GeometryType.POINT ? shape : "ST_PointOnSurface(" + shape + ")";
        String lent = question.place() == null ? "" : question.place().joined();
        return GrantedRows.of(edition, type, question.query())
                .joined(lent + " JOIN planning_area ON " + shape + " && area_shape AND ST_Covers(area_shape, " + point
                        + ")")
                .select("DISTINCT ON (area_group, sira) area_key, " + sizes(own()) + values())
                .between(
                        "SELECT area_key, part_area, part_length, 1::float8" + named() + " FROM (",
                        " ORDER BY area_group, sira, area_key) AS whole_features");
    }

    /** What only touches an area has no part in it. */
    private GrantedSql clipped() {
        String cut = "CASE WHEN ST_Covers(area_shape, " + GEOM + ") THEN " + GEOM
                + " ELSE ST_Intersection(ST_MakeValid(" + GEOM + "), area_shape) END";
        return GrantedRows.of(edition, type, question.query())
                .joined(" JOIN planning_area ON " + GEOM + " && area_shape AND ST_Intersects(area_shape, " + GEOM
                        + ") CROSS JOIN LATERAL (SELECT " + cut + " AS piece OFFSET 0) AS clip")
                .select("area_key, " + sizes("piece") + ", ST_Area(" + GEOM + ") AS whole_area, ST_Length(" + GEOM
                        + ") AS whole_length" + values())
                .between(
                        "SELECT area_key, part_area, part_length,"
                                + " COALESCE(part_area / NULLIF(whole_area, 0), part_length / NULLIF(whole_length, 0), 1)"
                                + named() + " FROM (",
                        ") AS pieces WHERE part_area > 0 OR part_length > 0 OR whole_area + whole_length = 0");
    }

    /** Area and length are on the storage CRS, which is metric and made for the city. */
    private static String sizes(String geometry) {
        return "COALESCE(ST_Area(" + geometry + "), 0) AS part_area, COALESCE(ST_Length(" + geometry
                + "), 0) AS part_length";
    }

    private String values() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < question.numbers().size(); i++) {
            sql.append(", NULLIF(NULLIF(NULLIF((")
                    .append(question.numbers().get(i).column());
            sql.append(")::float8, 'NaN'), 'Infinity'), '-Infinity') AS number_")
                    .append(i);
        }
        Attribute breakdown = question.breakdown();
        return sql + (breakdown == null ? "" : ", (" + breakdown.column() + ")::text AS part_code");
    }

    private String named() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < question.numbers().size(); i++)
            sql.append(", number_").append(i);
        return sql + (question.breakdown() == null ? "" : ", part_code");
    }

    private String figures() {
        StringBuilder sql =
                new StringBuilder("SELECT area_key, NULL::text, FALSE, count(*), sum(part_area), sum(part_length)");
        for (int i = 0; i < question.numbers().size(); i++) {
            String number = "number_" + i;
            sql.append(", count(")
                    .append(number)
                    .append("), sum(")
                    .append(number)
                    .append(" * part_share), avg(");
            sql.append(number)
                    .append("), min(")
                    .append(number)
                    .append("), max(")
                    .append(number);
            sql.append("), percentile_cont(0.5) WITHIN GROUP (ORDER BY ")
                    .append(number)
                    .append(")");
        }
        return sql + " FROM part GROUP BY area_key";
    }

    private String codes() {
        String none = ", 0::bigint, NULL::float8, NULL::float8, NULL::float8, NULL::float8, NULL::float8";
        return "SELECT area_key, part_code, TRUE, count(*), sum(part_area), sum(part_length)"
                + none.repeat(question.numbers().size()) + " FROM part GROUP BY area_key, part_code";
    }

    private GeometryType geometryType() {
        FeatureGeometry geometry = type.type().geometry();
        return geometry == null ? GeometryType.GEOMETRY : geometry.type();
    }
}
