package tr.kentatlas.registry.maks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Stops calling a registry that has failed several times in a row, and lets one call try again after a rest. */
final class CircuitBreaker {
    private final int failuresToOpen;
    private final Duration rest;
    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;

    CircuitBreaker(int failuresToOpen, Duration rest, Clock clock) {
        this.failuresToOpen = failuresToOpen;
        this.rest = rest;
        this.clock = clock;
    }

    /** Whether to call; after the rest one may, and the others wait for what becomes of it, or for another rest. */
    synchronized boolean lets() {
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) return false;
        if (failures >= failuresToOpen) openUntil = now.plus(rest);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        openUntil = Instant.MIN;
    }

    synchronized void failed() {
        if (++failures >= failuresToOpen) {
            openUntil = clock.instant().plus(rest);
        }
    }
}
