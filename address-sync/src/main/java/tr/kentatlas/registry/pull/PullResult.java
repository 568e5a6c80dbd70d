package tr.kentatlas.registry.pull;

import tr.kentatlas.registry.port.Remark;

/** How reading one neighbourhood ended. */
public sealed interface PullResult {
    /** National code of the neighbourhood. */
    long neighbourhood();

    /**
     * Read whole and taken over.
     *
     * @param readings how often it was read until it stood still
     */
    record Complete(long neighbourhood, long rows, int readings) implements PullResult {}

    /** The registry says that nothing changed since the last reading. */
    record Unchanged(long neighbourhood) implements PullResult {}

    /** Read, but it would retire suspiciously many rows: a person must allow it. */
    record Halted(long neighbourhood, long retiring, long active) implements PullResult {}

    /** The registry failed; the next pull goes on from the page it failed at. */
    record Failed(long neighbourhood, Remark why) implements PullResult {}
}
