package tr.kentatlas.api.cli.report;

/** What a long command is doing, for the operator in front of it. */
public interface Progress {
    /** Does one step of the work; a step inside a step is shown below it. */
    <E extends Exception> void step(String title, Work<E> work) throws E;

    /** The work of one step. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run(Step step) throws E;
    }

    /** A running step. Safe to advance from several threads. */
    interface Step extends Progress {
        /** Says how much there is to do, so that a rate and the time left can be shown. */
        void expect(long total, String unit);

        void advance(long count);
    }
}
