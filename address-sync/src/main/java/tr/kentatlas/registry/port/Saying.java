package tr.kentatlas.registry.port;

import tr.kentatlas.spatial.word.Worded;

/**
 * Everything the synchronisation says of its work; in brackets what the values of such a {@link Remark} are. The names stand in the rows
 * of the database: none is ever changed or given another meaning.
 */
public enum Saying implements Worded {
    /** Words that were written down before remarks had a form, told as they are. */
    AS_WRITTEN(1),
    /** The registry's own words. */
    THEIR_WORDS(1),
    /** The registry failed (result code, what was said of it). */
    FAILURE(2),
    /** The registry failed and nothing was said of it (result code). */
    FAILURE_WITHOUT_WORDS(1),

    /** A neighbourhood was never the same twice (readings). */
    STILL_CHANGING(1),
    /** A reading was held back (rows that would end, active rows). */
    WOULD_RETIRE(2),
    /** Rows of a reading that were left out (how many). */
    ROWS_UNREADABLE(1),
    ANOTHER_READING(0),

    TAKES_NO_WRITES(0),
    ANOTHER_PUSH(0),
    STOPPED_ON_REQUEST(0),
    /** Too many failures in a row (the last one). */
    NOT_ANSWERING(1),
    /** The object's message was answered together with its road's. */
    WRITTEN_WITH_ITS_ROAD(0),
    INTERRUPTED_WHILE_SENT(0),
    /** The parent is not in the registry yet (level, identity). */
    WAITS_FOR(2),
    /** The side of its street is not in the registry yet (fixed code). */
    WAITS_FOR_SIDE(1),

    NO_LONGER_HERE(0),
    /** It is sent once it is in force. */
    DRAFT_HERE(0),
    /** Level of the parent. */
    PARENT_MISSING(1),
    PLACE_MISSING(0),
    NUMBER_MISSING(0),
    /** Official name of the field, as in the three below. */
    KIND_MISSING(1),
    CONDITION_MISSING(1),
    USE_MISSING(1),
    FIELD_MISSING(1),
    /** R-YOL-1. */
    NO_CENTRE_LINE(0),
    /** R-YOL-2. */
    SIDES_NOT_TWO(0),
    /** R-YOL-3. */
    LINE_BROKEN(0),
    SIDE_OUTSIDE(0),

    THERE_ALREADY(0),
    SHOWN_BY_A_READING(0),
    NOT_SHOWN_SENT_AGAIN(0),
    ACKNOWLEDGED_NOT_SHOWN(0),
    ENTERED_NOT_SHOWN(0),
    /** Why somebody took the message back. */
    TAKEN_BACK(1),

    LINKED_TO_ANOTHER(0),
    ENDED_ON_BOTH_SIDES(0),
    ACCEPTED_AS_NONE(0),
    SENT_AS_NEW(0),

    /** File name, as in the one below. */
    FILE_MISSING(1),
    FILE_UNREADABLE(1),

    /** The registry failed several times in a row and is left alone for a while. */
    RESTING(0),
    /** The same (the trouble it had last). */
    RESTING_AFTER(1),
    /** Seconds. */
    NO_ANSWER_WITHIN(1),
    REQUEST_INTERRUPTED(0),
    NO_SECURE_CONNECTION(0),
    /** What the connection says. */
    NO_SECURE_CONNECTION_BECAUSE(1),
    UNREACHABLE(0),
    CONNECTION_BROKE(0),
    /** What the connection says. */
    CONNECTION_BROKE_BECAUSE(1),
    /** Bytes. */
    ANSWER_TOO_LARGE(1),
    /** HTTP status, as in the two below. */
    TOO_MANY_REQUESTS(1),
    ADDRESS_MOVED(1),
    CALLER_REFUSED(1),
    /** HTTP status, what is wrong with the answer. */
    HTTP_ANSWER(2),

    COMPRESSED(0),
    EMPTY_ANSWER(0),
    /** How the page begins. */
    HTML_PAGE(1),
    OTHER_ENCODING(0),
    BREAKS_OFF(0),
    /** What the XML parser says. */
    NOT_WELL_FORMED(1),
    EMPTY_BODY(0),
    /** Element expected, element found. */
    NOT_SOAP(2),
    DOCUMENT_TYPE(0),
    /** Most levels. */
    NESTED_TOO_DEEP(1),
    /** Element expected, element that came. */
    OTHER_ANSWER(2),
    /** Element. */
    ANSWER_LACKS(1),
    /** Two elements. */
    ANSWER_LACKS_ONE_OF(2),
    /** Element, its part. */
    ELEMENT_LACKS(2),
    /** Element, its text; as in the two below. */
    NO_NUMBER(2),
    NO_MOMENT(2),
    NO_WKT(2),
    /** Element, geometry type, its text. */
    OTHER_GEOMETRY(3),
    /** What the element says, as in the two below. */
    NO_SIDE(1),
    NO_LEVEL(1),
    NO_OPERATION(1),
    /** Pages told. */
    TOO_MANY_PAGES(1),
    NUMBER_TOO_LARGE(0);

    private final int takes;

    Saying(int takes) {
        this.takes = takes;
    }

    /** How many values it is told with. */
    public int takes() {
        return takes;
    }
}
