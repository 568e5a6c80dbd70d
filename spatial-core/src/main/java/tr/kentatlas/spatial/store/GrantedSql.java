package tr.kentatlas.spatial.store;

import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * A statement about nothing but rows a grant shows, and the wall before which it is read. {@link GrantedRows} alone begins one, and
 * {@link WallReader} reads nothing else: a statement without the grant's conditions cannot be written by accident.
 */
public final class GrantedSql {
    private final PublishedTable.Wall wall;
    private final SqlFragment sql;

    GrantedSql(PublishedTable.Wall wall, SqlFragment sql) {
        this.wall = wall;
        this.sql = sql;
    }

    public PublishedTable.Wall wall() {
        return wall;
    }

    /** Its text and values, to stand in another statement or to be written down. */
    public SqlFragment fragment() {
        return sql;
    }

    /** This statement between two pieces of SQL that hold no placeholders and name no table. */
    public GrantedSql between(String before, String after) {
        return new GrantedSql(wall, sql.between(before, after));
    }

    /** This statement with more behind it, such as its order. */
    public GrantedSql then(String after) {
        return between("", after);
    }

    /** This statement and one before the same wall, with {@code text} between them. */
    public GrantedSql join(String text, GrantedSql other) {
        if (wall != other.wall) throw new IllegalArgumentException("nobody stands before two walls at once");
        return join(text, other.sql);
    }

    /** The same with something that names no table. */
    public GrantedSql join(String text, SqlFragment other) {
        return new GrantedSql(wall, sql.join(text, other));
    }

    /** This statement behind something that names no table. */
    public GrantedSql after(SqlFragment before) {
        return new GrantedSql(wall, before.join("", sql));
    }
}
