package tr.kentatlas.spatial.feature.cql2;

import java.util.Arrays;
import java.util.Optional;

/** Relation of two instants or intervals, after Allen (OGC 21-065r2 §7.5). */
public enum TemporalOperator {
    AFTER,
    BEFORE,
    CONTAINS,
    DISJOINT,
    DURING,
    EQUALS,
    FINISHEDBY,
    FINISHES,
    INTERSECTS,
    MEETS,
    METBY,
    OVERLAPPEDBY,
    OVERLAPS,
    STARTEDBY,
    STARTS;

    /** The name of the function in CQL2 text; CQL2 JSON writes it in small letters. */
    public String function() {
        return "T_" + name();
    }

    static Optional<TemporalOperator> of(String function) {
        return Arrays.stream(values())
                .filter(o -> o.function().equals(function))
                .findFirst();
    }
}
