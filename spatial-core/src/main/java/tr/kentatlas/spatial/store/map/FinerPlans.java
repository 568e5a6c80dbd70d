package tr.kentatlas.spatial.store.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * The plans that are worked out in more detail than the plan a feature belongs to, or in the same and later: where one of them lies, it
 * alone tells what may be built, and the feature is not drawn. A plan of which no feature is shown hides nothing; features of a plan
 * that does not count are not drawn.
 *
 * @param plans the type of the plans, before the same wall as the features
 * @param reference the features' attribute that names their plan
 * @param scale of plans, the denominator of the scale: the smaller, the more detailed; decides where both plans have one
 * @param level of plans, a code that decides otherwise
 * @param levels its codes, the most detailed last
 * @param since the day from which plans count, which decides between two that are equally detailed, one without it being the earliest; null
 *     where that is not shown
 * @param effective which plans count
 */
public record FinerPlans(
        VisibleType plans,
        Attribute reference,
        Attribute scale,
        Attribute level,
        List<String> levels,
        @Nullable Attribute since,
        Cql2.Predicate effective) {
    /** Metres by which the ground is widened, so that the border of a plan leaves no slivers; plans that overlap by no more are neighbours. */
    private static final double SLIVER = 0.5;

    /** What is left of a feature; null where it is left whole. */
    static final String REST = "CASE WHEN ST_Intersects(finer_ground, " + FeatureGeometry.COLUMN
            + ") THEN ST_Difference(" + FeatureGeometry.COLUMN + ", finer_ground) END";

    /** Computed for each plan and not for each pair of plans: OFFSET keeps it apart. */
    private static final String INSIDE_ONCE = "SELECT own.*, ST_Buffer(ground, -" + SLIVER + ") AS inside";

    private static final String IS_FINER =
            "CASE WHEN (own.scale IS NULL) <> (finer.scale IS NULL) THEN finer.level > own.level"
                    + " ELSE (coalesce(-finer.scale, finer.level), finer.since)"
                    + " > (coalesce(-own.scale, own.level), own.since) END";

    public FinerPlans {
        levels = List.copyOf(levels);
    }

    /**
     * {@code WITH finer_grounds (own_plan, finer_ground)}: for each plan the ground that finer ones have of it.
     *
     * @param features what is drawn
     * @param place where, a condition on plans
     */
    GrantedSql grounds(Edition edition, VisibleType features, SqlFragment place) {
        GrantedRows seen = GrantedRows.of(edition, plans).as("its").where(place).where(effective);
        return plans(seen)
                .between(
                        "WITH finer_grounds (own_plan, finer_ground) AS MATERIALIZED (SELECT own.plan,"
                                + " ST_Buffer(ST_Union(finer.ground), " + SLIVER + ") FROM ("
                                + INSIDE_ONCE + " FROM (",
                        ") AS own OFFSET 0) AS own JOIN (")
                .join("", plans(seen.where(hasFeatures(edition, features))))
                .then(") AS finer ON own.box && finer.box AND " + IS_FINER
                        + " AND ST_Intersects(own.inside, finer.ground) GROUP BY own.plan) ");
    }

    /** The features that are drawn in the middle of a box: of the others finer plans have that place. */
    public FeatureStore.Drawn around(Edition edition, VisibleType features, Bbox box) {
        int srid = box.crs().srid();
        SqlFragment near = SqlFragment.of(
                FeatureGeometry.COLUMN + " && ST_Transform(ST_MakeEnvelope(?, ?, ?, ?, " + srid + "), " + edition.srid()
                        + ")",
                box.west(),
                box.south(),
                box.east(),
                box.north());
        SqlFragment free = SqlFragment.of(
                "(finer_ground IS NULL OR NOT ST_Intersects(finer_ground, ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), "
                        + srid + "), " + edition.srid() + ")))",
                (box.west() + box.east()) / 2,
                (box.south() + box.north()) / 2);
        return (rows, columns) -> grounds(edition, features, near)
                .join(
                        "",
                        rows.joined(joined()).where(isLeft(edition)).where(free).select(columns));
    }

    /** What follows the features' table: the ground that is not theirs beside each. */
    String joined() {
        return " LEFT JOIN finer_grounds ON own_plan = " + reference.column();
    }

    /** Whether anything is left of a feature to be drawn. */
    SqlFragment isLeft(Edition edition) {
        return GrantedRows.of(edition, plans)
                .whereNot(effective)
                .select("tucbs_no")
                .between(
                        "(finer_ground IS NULL OR NOT ST_Covers(finer_ground, " + FeatureGeometry.COLUMN + ")) AND ("
                                + reference.column() + " IN (",
                        ")) IS NOT TRUE")
                .fragment();
    }

    private SqlFragment hasFeatures(Edition edition, VisibleType features) {
        return GrantedRows.of(edition, features)
                .as("drawn")
                .where(SqlFragment.of("drawn.gbox && its.gbox AND drawn." + reference.column() + " = its.tucbs_no"))
                .select("")
                .between("EXISTS (", ")")
                .fragment();
    }

    private GrantedSql plans(GrantedRows rows) {
        String from = since == null ? "NULL::date" : "coalesce(" + since.column() + ", '-infinity')";
        return rows.select(SqlFragment.of(
                "tucbs_no AS plan, gbox AS box, " + FeatureGeometry.COLUMN + " AS ground, "
                        + scale.column() + " AS scale, array_position(?::text[], " + level.column()
                        + ") AS level, " + from + " AS since",
                (Object) levels.toArray(String[]::new)));
    }
}
