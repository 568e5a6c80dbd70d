package tr.kentatlas.spatial.feature.cql2;

import java.util.Arrays;
import java.util.Optional;

/** Relation of two geometries, as defined by Simple Features (OGC 21-065r2 §7.3 and §7.4). */
public enum SpatialOperator {
    INTERSECTS,
    EQUALS,
    DISJOINT,
    TOUCHES,
    WITHIN,
    OVERLAPS,
    CROSSES,
    CONTAINS;

    /** The name of the function in CQL2 text; CQL2 JSON writes it in small letters. */
    public String function() {
        return "S_" + name();
    }

    static Optional<SpatialOperator> of(String function) {
        return Arrays.stream(values())
                .filter(o -> o.function().equals(function))
                .findFirst();
    }
}
