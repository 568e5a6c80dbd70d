package tr.kentatlas.spatial.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** A piece of SQL and the values of its {@code ?} placeholders, in order. Values are never part of the SQL. */
public record SqlFragment(String sql, List<Object> args) {
    public SqlFragment {
        args = List.copyOf(args);
    }

    public static SqlFragment of(String sql, Object... args) {
        return new SqlFragment(sql, Arrays.asList(args));
    }

    /** True where every part is; no parts are true. */
    public static SqlFragment and(List<SqlFragment> parts) {
        return parts.isEmpty() ? of("TRUE") : join(" AND ", parts).enclosed();
    }

    /** True where any part is; no parts are false. */
    public static SqlFragment or(List<SqlFragment> parts) {
        return parts.isEmpty() ? of("FALSE") : join(" OR ", parts).enclosed();
    }

    public static SqlFragment join(String separator, List<SqlFragment> parts) {
        StringJoiner sql = new StringJoiner(separator);
        List<Object> args = new ArrayList<>();
        for (SqlFragment part : parts) {
            sql.add(part.sql);
            args.addAll(part.args);
        }
        return new SqlFragment(sql.toString(), args);
    }

    /** This and the other fragment with {@code sql} between them. */
    public SqlFragment join(String sql, SqlFragment other) {
        return join(sql, List.of(this, other));
    }

    /** This fragment between two pieces of SQL that hold no placeholders. */
    public SqlFragment between(String before, String after) {
        return new SqlFragment(before + sql + after, args);
    }

    public SqlFragment enclosed() {
        return between("(", ")");
    }

    public SqlFragment negated() {
        return between("(NOT ", ")");
    }
}
