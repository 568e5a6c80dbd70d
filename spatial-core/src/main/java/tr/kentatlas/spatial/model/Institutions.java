package tr.kentatlas.spatial.model;

import java.util.List;

/**
 * Which features of a type are of institutions, and not of persons: those whose code, the first they have in these columns, is one of
 * these.
 */
public record Institutions(List<String> columns, List<String> codes) {
    public Institutions {
        columns = List.copyOf(columns);
        codes = List.copyOf(codes);
    }
}
