package tr.kentatlas.api.cli.serve;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.cli.instance.CityDatabase;
import tr.kentatlas.cluster.ClusterException;

/**
 * Keeps the city's database running while the city is served: one that ended by itself, for want of room on its disk or because it was
 * killed, is started again as soon as that is possible.
 */
final class DatabaseKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final CityDatabase database;
    private boolean failed;

    DatabaseKeeper(CityDatabase database) {
        this.database = database;
    }

    /** Comes back only by an interrupt: when the city is told to stop. */
    void untilInterrupted() throws InterruptedException {
        while (!Thread.interrupted()) {
            Thread.sleep(LOOK.toMillis());
            look();
        }
        throw new InterruptedException();
    }

    private void look() {
        try {
            if (database.revive()) LOG.warn("the database had ended and was started again");
            failed = false;
        } catch (ClusterException e) {
            if (!failed) LOG.error("the database has ended; it is tried again until it starts: {}", e.getMessage());
            failed = true;
        }
    }
}
