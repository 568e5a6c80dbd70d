package tr.kentatlas.spatial.feature.cql2;

/** Where in a filter something stands: a position in its text, a pointer into its JSON, or not known. */
public sealed interface Place {
    Place UNKNOWN = new Unknown();

    /** 1-based index of a UTF-16 character in the filter's text. */
    record Position(int at) implements Place {}

    /** JSON pointer (RFC 6901); the whole document is the empty string. */
    record Pointer(String at) implements Place {}

    /** The filter was built by hand, not read. */
    record Unknown() implements Place {}
}
