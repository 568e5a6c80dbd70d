package tr.kentatlas.spatial.progress;

/** Hears from long work: which step it is at, and how far. Implementations draw bars or stay silent. */
@FunctionalInterface
public interface Progress {
    /** Total of a step whose size nobody knows. */
    long UNKNOWN = -1;

    /** Begins a step of {@code total} units; closing the step ends it. */
    Step begin(String what, long total);

    /** A step under way. */
    interface Step extends AutoCloseable {
        /** Tells how many units are done so far. */
        void at(long done);

        @Override
        void close();
    }

    /** Says nothing. */
    static Progress silent() {
        return (what, total) -> new Step() {
            @Override
            public void at(long done) {}

            @Override
            public void close() {}
        };
    }
}
