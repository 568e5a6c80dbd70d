package tr.kentatlas.spatial.store.filter;

/** What a column holds, as far as a filter must know. INSTANT is timestamptz, DECIMAL any non-integer number. */
public enum ColumnType {
    TEXT,
    INTEGER,
    LONG,
    DECIMAL,
    BOOLEAN,
    DATE,
    INSTANT,
    UUID,
    GEOMETRY,
    TEXT_ARRAY,
    DATE_ARRAY,
    UUID_ARRAY
}
