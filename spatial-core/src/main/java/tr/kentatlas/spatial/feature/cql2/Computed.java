package tr.kentatlas.spatial.feature.cql2;

import java.util.List;

/** Whether a filter computes: what that takes depends on the values it meets, unlike a comparison with them. */
public final class Computed {
    private Computed() {}

    public static boolean isIn(Cql2 node) {
        return switch (node) {
            case Cql2.Arithmetic computed -> true;
            case Cql2.And and -> isInAny(and.operands());
            case Cql2.Or or -> isInAny(or.operands());
            case Cql2.Not not -> isIn(not.operand());
            case Cql2.IsNull isNull -> isIn(isNull.operand());
            case Cql2.Comparison comparison -> isInAny(List.of(comparison.left(), comparison.right()));
            case Cql2.Between between -> isInAny(List.of(between.value(), between.low(), between.high()));
            case Cql2.In in -> isIn(in.value()) || isInAny(in.candidates());
            default -> false; // no number is computed in texts, times, places and lists
        };
    }

    private static boolean isInAny(List<? extends Cql2> nodes) {
        return nodes.stream().anyMatch(Computed::isIn);
    }
}
