package tr.kentatlas.api.cli.instance;

/** Ends a process of another program when this one is stopped; until it is closed. */
public final class StoppedToo implements AutoCloseable {
    private final Thread hook;

    public StoppedToo(Process process) {
        hook = new Thread(process::destroy, "stop-" + process.pid());
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // Then the hook does what it is there for.
        }
    }
}
