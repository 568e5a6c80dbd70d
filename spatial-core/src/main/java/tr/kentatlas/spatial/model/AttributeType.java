package tr.kentatlas.spatial.model;

import tr.kentatlas.spatial.word.Worded;

/** What kind of value an attribute holds, and the PostgreSQL type that stores it. */
public enum AttributeType implements Worded {
    TEXT("text"),
    INTEGER("integer"),
    LONG("bigint"),
    /** A measured number; binary floating point, since no such attribute counts money to the kuruş. */
    DECIMAL("double precision"),
    BOOLEAN("boolean"),
    DATE("date"),
    INSTANT("timestamptz"),
    /** A value of a code list; stored as the code, never as a foreign key (unknown codes are kept and found by a rule). */
    CODE("text"),
    /** The {@code tucbs_no} of another feature. */
    REFERENCE("uuid"),
    UUID("uuid"),
    URI("text"),
    /** A second geometry beside the feature's own. */
    GEOMETRY("geometry");

    private final String sqlName;

    AttributeType(String sqlName) {
        this.sqlName = sqlName;
    }

    public String sqlName() {
        return sqlName;
    }
}
