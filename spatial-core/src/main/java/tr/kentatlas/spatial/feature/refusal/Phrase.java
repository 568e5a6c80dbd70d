package tr.kentatlas.spatial.feature.refusal;

import tr.kentatlas.spatial.word.Worded;

/** What is said of a question that cannot be answered, in no language; in brackets what the values of such a {@link Reason} are. */
public enum Phrase implements Worded {
    BBOX_NOT_FINITE(0),
    BBOX_UPSIDE_DOWN(0),
    BBOX_REVERSED(0),
    BBOX_OFF_EARTH(0),
    BBOX_NUMBERS(0),
    INTERVAL_REVERSED(0),
    DATETIME_FORM(0),
    /** The text, as in the two below. */
    NO_DATE(1),
    NO_TIME(1),
    NO_NUMBER(1),
    NO_FLAG(0),

    /** What was wanted. */
    EXPECTED(1),
    /** What was wanted, what stands there. */
    EXPECTED_FOUND(2),
    /** What was wanted, what is named, what that holds. */
    EXPECTED_HELD(3),
    /** Its name. */
    NO_PROPERTY(1),
    /** Its name. */
    NO_FUNCTION(1),
    /** Name of the function, arguments found. */
    ONE_ARGUMENT(2),
    /** Name of the function, arguments wanted, arguments found; as in the one below. */
    SEVERAL_ARGUMENTS(3),
    LEAST_ARGUMENTS(3),
    /** Numbers found, as in the one below. */
    BBOX_SIZE(1),
    BBOX_ARGUMENTS(1),

    /** Most levels. */
    TOO_DEEP(1),
    /** Most levels. */
    TOO_DEEP_OR_LONG_NUMBERS(1),
    /** Most operators. */
    TOO_MUCH_ARITHMETIC(1),
    /** Most characters, characters found. */
    TOO_LONG(2),
    /** Most values. */
    TOO_MANY_VALUES(1),
    /** Most positions. */
    TOO_MANY_POSITIONS(1),
    NO_JSON(0),
    /** Line and column. */
    NO_JSON_AT(2),

    CHARACTER_UNSTORABLE(0),
    SOME_CHARACTER_UNSTORABLE(0),
    /** The character. */
    CHARACTER_MEANINGLESS(1),
    QUOTE_OPEN(0),
    TOO_MANY_DIGITS(0),
    NUMBER_TOO_LARGE(0),
    /** The day. */
    DAY_MISSING(1),
    /** The time. */
    TIME_MISSING(1),
    SPAN_REVERSED(0),
    LINE_TOO_SHORT(0),
    RING_TOO_SHORT(0),
    RING_OPEN(0),
    COORDINATE_TOO_LARGE(0),
    COORDINATE_NOT_FINITE(0),
    BOX_UPSIDE_DOWN(0),
    BOX_REVERSED(0),
    /** What is wrong with it, first and second number of where. */
    GEOMETRY_INVALID(3),
    /** The operator, what it was used on. */
    NO_ORDER(2),
    LONE_BACKSLASH(0),

    CONDITION(0),
    VALUE(0),
    THE_VALUE(0),
    SINGLE_VALUE(0),
    TEXT(0),
    NUMBER(0),
    FLAG(0),
    DATE(0),
    TIME(0),
    DATE_OR_TIME(0),
    IDENTIFIER(0),
    GEOMETRY(0),
    LIST(0),
    ARRAY(0),
    INTERVAL(0),
    COORDINATE(0),
    STRING(0),
    THE_END(0),
    /** Its name. */
    THE_PROPERTY(1),
    /** The text. */
    THE_TEXT(1),

    PROPERTY_OR_VALUE(0),
    TEXT_OR_PROPERTY(0),
    NUMBER_OR_PROPERTY(0),
    GEOMETRY_OR_PROPERTY(0),
    TEMPORAL_OR_PROPERTY(0),
    BOUND_OR_PROPERTY(0),
    ARRAY_OR_PROPERTY(0),
    NULLABLE(0),
    PATTERN(0),
    SOME_DATE(0),
    SOME_TIME(0),
    SOME_IDENTIFIER(0),
    QUOTED_DATE(0),
    QUOTED_TIME(0),
    QUOTED_NAME(0),
    JOIN_OR_END(0),
    OPERATOR_OR_END(0),
    TEST(0),
    NAMED_OPERAND(0),
    OPERAND(0),
    FLAT_GEOMETRY(0),
    GEOMETRY_TYPE(0),
    POSITION(0),
    FULL_LIST(0),
    NODE(0),
    CANDIDATES(0),
    INTERVAL_ENDS(0),
    /** Name of the operator. */
    ARGUMENTS(1);

    private final int takes;

    Phrase(int takes) {
        this.takes = takes;
    }

    /** How many values it is told with. */
    public int takes() {
        return takes;
    }
}
