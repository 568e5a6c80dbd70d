package tr.kentatlas.registry.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How many requests are answered in each minute of the clock. */
final class Quota {
    private int perMinute;
    private Instant minute = Instant.MIN;
    private int used;

    Quota(int perMinute) {
        this.perMinute = perMinute;
    }

    synchronized void set(int requests) {
        perMinute = requests;
    }

    synchronized boolean allows(Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.MINUTES);
        if (!current.equals(minute)) {
            minute = current;
            used = 0;
        }
        return ++used <= perMinute;
    }
}
