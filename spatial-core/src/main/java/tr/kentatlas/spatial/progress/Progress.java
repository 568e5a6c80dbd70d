package tr.kentatlas.spatial.progress;

/** Hears from long work: which step it is at, and how far. Steps may lie in one another. Implementations draw bars or stay silent. */
@FunctionalInterface
public interface Progress {
    /** Total of a step whose size nobody knows. */
    long UNKNOWN = -1;

    /** What is counted. */
    enum Unit {
        PIECES,
        RECORDS,
        BYTES
    }

    /** Begins a step of {@code total} units; closing the step ends it. */
    Step begin(String what, long total);

    /** The same, telling what the units are. */
    default Step begin(String what, long total, Unit unit) {
        return begin(what, total);
    }

    /** Does a step that has no parts. */
    default <E extends Exception> void step(String what, Work<E> work) throws E {
        try (Step step = begin(what, 1)) {
            work.run();
            step.at(1);
            step.done();
        }
    }

    /** The work of a step that has no parts. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws E;
    }

    /** A step under way; one that is closed before it is done has failed, however far it came. */
    interface Step extends AutoCloseable {
        /** Tells how many units are done so far; may be told by several threads. */
        void at(long done);

        /** Tells that it came to its end. */
        void done();

        @Override
        void close();
    }

    /** Says nothing. */
    static Progress silent() {
        return (what, total) -> new Step() {
            @Override
            public void at(long done) {}

            @Override
            public void done() {}

            @Override
            public void close() {}
        };
    }
}
