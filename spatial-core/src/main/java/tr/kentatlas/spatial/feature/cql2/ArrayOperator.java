package tr.kentatlas.spatial.feature.cql2;

import java.util.Arrays;
import java.util.Optional;

/** Relation of two arrays read as sets (OGC 21-065r2 §7.6). */
public enum ArrayOperator {
    CONTAINEDBY,
    CONTAINS,
    EQUALS,
    OVERLAPS;

    /** The name of the function in CQL2 text; CQL2 JSON writes it in small letters. */
    public String function() {
        return "A_" + name();
    }

    static Optional<ArrayOperator> of(String function) {
        return Arrays.stream(values())
                .filter(o -> o.function().equals(function))
                .findFirst();
    }
}
