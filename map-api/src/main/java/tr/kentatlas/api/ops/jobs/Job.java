package tr.kentatlas.api.ops.jobs;

import java.time.Duration;

/**
 * Work done again and again in the background while the service runs; every bean of this kind is run. A job never overlaps with
 * itself on one node; one that must be alone in the whole city takes a lock in the database.
 */
public interface Job {

    /** For logs and the operator: short, lower case. */
    String name();

    /** How long to rest after each run. */
    Duration rest();

    /** How long to rest before the first one. */
    default Duration restBefore() {
        return Duration.ZERO;
    }

    /** One run. A failure is logged, and the job is run again after its rest; an interruption means that the service stops. */
    void run() throws Exception;
}
