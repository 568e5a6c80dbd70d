package tr.kentatlas.spatial.planning.statistics;

/** When a feature counts in an area. */
public enum CountingRule {
    /** Whole, where a point on it lies: in one neighbourhood and no more. */
    INSIDE,
    /** Wherever a part of it lies, with that part's share. */
    CLIPPED
}
