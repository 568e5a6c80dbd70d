package tr.kentatlas.spatial.store.filter;

import tr.kentatlas.spatial.feature.refusal.Phrase;

/** What a value is, whichever column or literal it comes from; {@code phrase} is for people. */
public enum ValueKind {
    TEXT(Phrase.TEXT, "text"),
    NUMBER(Phrase.NUMBER, "numeric"),
    BOOLEAN(Phrase.FLAG, "boolean"),
    DATE(Phrase.DATE, "date"),
    INSTANT(Phrase.TIME, "timestamptz"),
    UUID(Phrase.IDENTIFIER, "uuid"),
    GEOMETRY(Phrase.GEOMETRY, "geometry"),
    TEXT_ARRAY(Phrase.LIST, "text[]"),
    DATE_ARRAY(Phrase.LIST, "date[]"),
    UUID_ARRAY(Phrase.LIST, "uuid[]");

    private final Phrase phrase;
    private final String sqlType;

    ValueKind(Phrase phrase, String sqlType) {
        this.phrase = phrase;
        this.sqlType = sqlType;
    }

    static ValueKind of(ColumnType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case INTEGER, LONG, DECIMAL -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case INSTANT -> INSTANT;
            case UUID -> UUID;
            case GEOMETRY -> GEOMETRY;
            case TEXT_ARRAY -> TEXT_ARRAY;
            case DATE_ARRAY -> DATE_ARRAY;
            case UUID_ARRAY -> UUID_ARRAY;
        };
    }

    Phrase phrase() {
        return phrase;
    }

    String sqlType() {
        return sqlType;
    }

    boolean isScalar() {
        return this != GEOMETRY && !isList();
    }

    boolean isList() {
        return this == TEXT_ARRAY || this == DATE_ARRAY || this == UUID_ARRAY;
    }

    /** What a list holds. */
    ValueKind element() {
        return switch (this) {
            case TEXT_ARRAY -> TEXT;
            case DATE_ARRAY -> DATE;
            case UUID_ARRAY -> UUID;
            default -> throw new IllegalStateException(this + " is no list");
        };
    }

    /** Identifiers and truth values are equal or not; neither is less. */
    boolean hasOrder() {
        return isScalar() && this != BOOLEAN && this != UUID;
    }
}
