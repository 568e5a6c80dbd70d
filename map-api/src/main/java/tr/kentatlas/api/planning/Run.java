package tr.kentatlas.api.planning;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.spatial.store.Watch;
import tr.kentatlas.spatial.word.Worded;

/** One question while it is being answered: how far it is, and a way to end it. */
final class Run implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int STATEMENT_SECONDS = 20;

    private final long begun = System.nanoTime();
    private volatile Stage stage = Stage.WAITING;
    private volatile boolean stopped;
    private @Nullable Statement statement;

    /** What is being done. */
    enum Stage implements Worded {
        WAITING,
        STREETS,
        FEATURES,
        WALKING,
        SHAPES
    }

    /** As the page shows it. */
    record Progress(String stage, long milliseconds) {}

    Progress progress() {
        return new Progress(
                stage.word(), Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    void at(Stage now) {
        stage = now;
    }

    boolean isStopped() {
        return stopped;
    }

    @Override
    public synchronized void begins(Statement begun) throws SQLException {
        if (stopped) throw new CancellationException();
        begun.setQueryTimeout(STATEMENT_SECONDS);
        statement = begun;
    }

    @Override
    public synchronized void ended() {
        statement = null;
    }

    /** Ends it: the statement at once, the walking at its next breath. */
    synchronized void stop() {
        stopped = true;
        try {
            if (statement != null) statement.cancel();
        } catch (SQLException e) {
            LOG.warn("a statement could not be cancelled", e);
        }
    }
}
