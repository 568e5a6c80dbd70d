package tr.kentatlas.registry.port;

/**
 * A row of a page that could not be read.
 *
 * @param row what identifies it, as far as that can be told
 */
public record RowFault(String row, Answer answer) {}
