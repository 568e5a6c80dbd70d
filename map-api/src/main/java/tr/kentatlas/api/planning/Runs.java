package tr.kentatlas.api.planning;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.store.sql.StoreFailed;

/** The questions being answered now, a few at a time; who asked one may look how far it is, or end it. */
@Component
final class Runs {
    /** The request header by which the page names its question. */
    static final String HEADER = "X-Planning-Run";

    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final Semaphore seats = new Semaphore(AT_A_TIME, true);
    private final Map<Key, Run> running = new ConcurrentHashMap<>();

    private record Key(String account, String name) {}

    /** Answers a question; one that somebody ended is a problem like any other. */
    <T> T during(Staff staff, @Nullable String name, Function<Run, T> answer) {
        Run run = new Run();
        Key key = new Key(staff.account(), name == null || !NAME.matcher(name).matches() ? "" : name);
        if (!key.name.isEmpty()) running.put(key, run);
        try {
            return seated(run, answer);
        } finally {
            running.remove(key, run);
        }
    }

    private <T> T seated(Run run, Function<Run, T> answer) {
        takeSeat();
        try {
            return answer.apply(run);
        } catch (CancellationException e) {
            throw ended();
        } catch (StoreFailed e) {
            throw run.isStopped() ? ended() : e;
        } finally {
            seats.release();
        }
    }

    private void takeSeat() {
        try {
            if (seats.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.tooMany(Wording.of("planning.busy"), PATIENCE);
    }

    private static Problem ended() {
        return Problem.conflict(Wording.of("planning.ended"));
    }

    Optional<Run> find(Staff staff, String name) {
        return Optional.ofNullable(running.get(new Key(staff.account(), name)));
    }
}
