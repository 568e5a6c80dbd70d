package tr.kentatlas.cluster;

/** Whether a cluster must survive a power cut. */
public enum Durability {
    /** A city's data: every commit reaches the disk. */
    LASTING,
    /** A test's data: nothing is flushed, nothing is worth keeping. */
    THROW_AWAY
}
