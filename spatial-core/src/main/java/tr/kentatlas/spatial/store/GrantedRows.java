package tr.kentatlas.spatial.store;

import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * The rows of a type that a grant shows, or some of them: FROM and WHERE of every statement about published features. What the grant
 * demands is in it from the beginning, and whatever is added leaves fewer rows.
 */
public final class GrantedRows {
    private final Conditions conditions;
    private final VisibleType type;
    private final String name;
    private final String sources;
    private final List<SqlFragment> met;

    private GrantedRows(Conditions conditions, VisibleType type, String name, String sources, List<SqlFragment> met) {
        this.conditions = conditions;
        this.type = type;
        this.name = name;
        this.sources = sources;
        this.met = met;
    }

    /** All of them. */
    public static GrantedRows of(Edition edition, VisibleType type) {
        Conditions conditions = new Conditions(edition, type);
        return new GrantedRows(conditions, type, type.type().name(), "", conditions.ofGrant());
    }

    /** Those that answer a question, whatever its page. */
    public static GrantedRows of(Edition edition, VisibleType type, FeatureQuery query) {
        Conditions conditions = new Conditions(edition, type);
        return new GrantedRows(conditions, type, type.type().name(), "", conditions.of(query));
    }

    /** Those that meet a condition, too. */
    public GrantedRows where(SqlFragment condition) {
        List<SqlFragment> all = new ArrayList<>(met);
        all.add(condition.enclosed());
        return new GrantedRows(conditions, type, name, sources, all);
    }

    /** Those that meet a filter in CRS84, too. */
    public GrantedRows where(Cql2.Predicate filter) {
        return where(conditions.filter(filter, Crs.CRS84));
    }

    /** Those that do not meet a filter in CRS84. */
    public GrantedRows whereNot(Cql2.Predicate filter) {
        return where(conditions.filter(filter, Crs.CRS84).enclosed().between("", " IS NOT TRUE"));
    }

    /** The same under another name than the type's. */
    public GrantedRows as(String other) {
        return new GrantedRows(conditions, type, other, sources, met);
    }

    /** The same with sources of one's own that are joined to them in FROM. */
    public GrantedRows joined(String following) {
        return new GrantedRows(conditions, type, name, following, met);
    }

    /** Of each row these columns. */
    public GrantedSql select(String columns) {
        return select(SqlFragment.of(columns));
    }

    /** The same where values go into the columns. */
    public GrantedSql select(SqlFragment columns) {
        return from(columns, type.source(name) + sources);
    }

    /**
     * The encoded blocks instead of the rows; the conditions are asked of the blocks.
     *
     * @throws IllegalStateException where the grant does not show every row and column, as blocks do
     */
    public GrantedSql blocks() {
        if (!type.seesBlocks()) throw new IllegalStateException("the grant shows less than the blocks hold");
        return from(SqlFragment.of("block"), type.table().tileTable());
    }

    private GrantedSql from(SqlFragment columns, String sources) {
        SqlFragment where = met.isEmpty() ? SqlFragment.of("TRUE") : SqlFragment.join(" AND ", met);
        return new GrantedSql(
                type.wall(), columns.between("SELECT ", " FROM " + sources).join(" WHERE ", where));
    }
}
