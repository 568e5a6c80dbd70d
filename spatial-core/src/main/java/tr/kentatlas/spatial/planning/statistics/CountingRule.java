package tr.kentatlas.spatial.planning.statistics;

import tr.kentatlas.spatial.word.Worded;

/** When a feature counts in an area. */
public enum CountingRule implements Worded {
    /** Whole, where a point on it lies: in one neighbourhood and no more. */
    INSIDE,
    /** Wherever a part of it lies, with that part's share. */
    CLIPPED
}
