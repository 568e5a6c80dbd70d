package tr.kentatlas.api.desk.registry;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same is tried again only after a rest: what fails, or finds nothing new, would be tried all the time. */
final class Retries<T> {
    private final Duration rest;
    private @Nullable T tried;
    private Instant at = Instant.EPOCH;

    Retries(Duration rest) {
        this.rest = rest;
    }

    boolean isDue(T what, Instant now) {
        return !what.equals(tried) || !now.isBefore(at.plus(rest));
    }

    void tried(T what, Instant now) {
        tried = what;
        at = now;
    }
}
