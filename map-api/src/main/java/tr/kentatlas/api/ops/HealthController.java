package tr.kentatlas.api.ops;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.Open;

/**
 * {@code /health}: 200 while requests can be answered, else 503. A lost database is told but does not make the node unready:
 * what was published for the public is served without it. It is asked by a connection of its own: where all others are taken, it is busy
 * and not away. Whoever asks often is told what was found a moment ago: questions take one connection of the database, however many there are.
 */
@RestController
@Open
class HealthController {
    private static final int PATIENCE_SECONDS = 2;
    private static final long KEPT_NANOS = 1_000_000_000;

    private final ApplicationAvailability availability;
    private final City city;
    private final Lock oneAtATime = new ReentrantLock();
    private @Nullable Found last;

    /** What the database answered, and when by the machine's own measure. */
    private record Found(boolean answers, long at) {}

    HealthController(ApplicationAvailability availability, City city) {
        this.availability = availability;
        this.city = city;
    }

    @GetMapping(path = "/health", produces = "application/json")
    ResponseEntity<Health> health() {
        boolean alive = availability.getLivenessState() == LivenessState.CORRECT;
        boolean ready = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        Health health = new Health(upOrDown(alive), upOrDown(ready), upOrDown(databaseAnswers()));
        return ResponseEntity.status(alive && ready ? 200 : 503)
                .header("Cache-Control", "no-store")
                .body(health);
    }

    private boolean databaseAnswers() {
        oneAtATime.lock();
        try {
            Found found = last;
            if (found == null || System.nanoTime() - found.at > KEPT_NANOS) found = new Found(ask(), System.nanoTime());
            last = found;
            return found.answers;
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean ask() {
        try (Connection connection = city.watched().getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException lost) {
            return false;
        }
    }

    private static String upOrDown(boolean up) {
        return up ? "up" : "down";
    }

    /** Each part is {@code up} or {@code down}. */
    record Health(String liveness, String readiness, String database) {}
}
