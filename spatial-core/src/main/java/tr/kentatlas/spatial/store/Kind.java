package tr.kentatlas.spatial.store;

/** What a value is, whichever column or literal it comes from; {@code words} are for people. */
enum Kind {
    TEXT("a text", "text"),
    NUMBER("a number", "numeric"),
    BOOLEAN("TRUE or FALSE", "boolean"),
    DATE("a date", "date"),
    INSTANT("a time", "timestamptz"),
    UUID("an identifier", "uuid"),
    GEOMETRY("a geometry", "geometry"),
    TEXT_ARRAY("a list", "text[]"),
    UUID_ARRAY("a list", "uuid[]");

    private final String words;
    private final String sqlType;

    Kind(String words, String sqlType) {
        this.words = words;
        this.sqlType = sqlType;
    }

    static Kind of(ColumnType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case INTEGER, LONG, DECIMAL -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case INSTANT -> INSTANT;
            case UUID -> UUID;
            case GEOMETRY -> GEOMETRY;
            case TEXT_ARRAY -> TEXT_ARRAY;
            case UUID_ARRAY -> UUID_ARRAY;
        };
    }

    String words() {
        return words;
    }

    String sqlType() {
        return sqlType;
    }

    boolean isScalar() {
        return this != GEOMETRY && this != TEXT_ARRAY && this != UUID_ARRAY;
    }

    /** Identifiers and truth values are equal or not; neither is less. */
    boolean hasOrder() {
        return isScalar() && this != BOOLEAN && this != UUID;
    }
}
