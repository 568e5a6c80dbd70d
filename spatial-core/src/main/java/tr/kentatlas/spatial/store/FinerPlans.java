package tr.kentatlas.spatial.store;

import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;

/**
 * The plans that are worked out in more detail than the plan a feature belongs to: where one of them lies, it alone tells what may be
 * built, and the feature is not drawn.
 *
 * @param plans the type of the plans, before the same wall as the features
 * @param reference the features' attribute that names their plan
 * @param scale of plans, the denominator of the scale: the smaller, the more detailed; decides where both plans have one
 * @param level of plans, a code that decides otherwise
 * @param levels its codes, the most detailed last
 * @param effective which plans count
 */
public record FinerPlans(
        VisibleType plans,
        Attribute reference,
        Attribute scale,
        Attribute level,
        List<String> levels,
        Cql2.Predicate effective) {
    /** Metres by which the ground is widened: plans that share a border leave no slivers of each other. */
    private static final double SLIVER = 0.5;

    /** Name of the table of {@link #grounds}. */
    static final String GROUNDS = "finer_grounds";

    public FinerPlans {
        levels = List.copyOf(levels);
    }

    /** {@code WITH finer_grounds (own_plan, finer_ground)}: for each plan the ground that finer ones have of it. */
    SqlFragment grounds(Edition edition, SqlFragment place) {
        Conditions conditions = new Conditions(edition, plans);
        List<SqlFragment> seen = new ArrayList<>(conditions.ofGrant());
        seen.add(place);
        SqlFragment own = plans(SqlFragment.and(seen));
        seen.add(conditions.filter(effective, Crs.CRS84));
        return own.between(
                        "WITH " + GROUNDS + " (own_plan, finer_ground) AS MATERIALIZED (SELECT own.plan,"
                                + " ST_Buffer(ST_Union(finer.ground), " + SLIVER + ") FROM (",
                        ") AS own JOIN (")
                .join("", plans(SqlFragment.and(seen)))
                .join(") AS finer ON ", isFiner())
                .between("", " GROUP BY own.plan) ");
    }

    private SqlFragment plans(SqlFragment condition) {
        return condition.between(
                "SELECT tucbs_no AS plan, " + FeatureGeometry.COLUMN + " AS ground, " + scale.column() + " AS scale, "
                        + level.column() + " AS level FROM " + plans.table().name() + " WHERE ",
                "");
    }

    private SqlFragment isFiner() {
        Object order = levels.toArray(String[]::new);
        return SqlFragment.of(
                "CASE WHEN own.scale IS NULL OR finer.scale IS NULL"
                        + " THEN array_position(?::text[], finer.level) > array_position(?::text[], own.level)"
                        + " ELSE finer.scale < own.scale END",
                order,
                order);
    }
}
