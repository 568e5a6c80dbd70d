package tr.kentatlas.cluster;

/** Whether a cluster must survive a power cut. */
public enum Durability {
    /** A city's data: every commit reaches the disk. */
    LASTING,
    /**
     * A test's data: nothing is flushed, nothing is worth keeping, and clients send the password as it is over the loopback, which takes them
     * no time. Never for a city's data, not even a copy.
     */
    THROW_AWAY
}
