package tr.kentatlas.api.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.store.Edition;

/**
 * Knows which release is served, and which were taken back, by looking at the pointer twice a second; a request takes the edition once and keeps it. While the
 * database is away the last one known stays.
 */
public final class ServedEdition implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ServedEdition.class);

    private final Releases releases;
    private final Editions editions;
    private final Runnable beginning;
    private final Map<Long, Edition> kept = new ConcurrentHashMap<>();
    private volatile @Nullable Now now;

    private record Now(Releases.Served pointer, Edition edition) {}

    /** @param beginning runs before a release is served */
    public ServedEdition(Releases releases, Editions editions, Runnable beginning) {
        this.releases = releases;
        this.editions = editions;
        this.beginning = beginning;
        run();
    }

    @Override
    public String name() {
        return "served-edition";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    /** The edition served now. */
    public Edition current() {
        Now known = now;
        if (known == null) throw Problem.unavailable(Wording.of("release.none"));
        return known.edition();
    }

    /** What is served and what was taken back; whoever follows it compares it with what it was. */
    public Optional<Releases.Served> pointer() {
        return Optional.ofNullable(now).map(Now::pointer);
    }

    /** Whether somebody took the release back. */
    public boolean isWithdrawn(long release) {
        Now known = now;
        return known != null && known.pointer().withdrawn().contains(release);
    }

    /** The releases that can be read, the newest first. */
    public List<Releases.Kept> readable() {
        return releases.readable();
    }

    /** An edition by its release; empty when it is not kept. */
    public Optional<Edition> find(long release) {
        Edition known = kept.get(release);
        if (known != null) return Optional.of(known);
        Optional<Edition> found = editions.find(release);
        found.ifPresent(edition -> kept.put(release, edition));
        return found;
    }

    /** Looks at the pointer. */
    @Override
    public void run() {
        var pointer = releases.served();
        Now known = now;
        if (pointer.isEmpty() || (known != null && pointer.get().equals(known.pointer()))) return;
        Edition next = editions.find(pointer.get().release()).orElseThrow();
        beginning.run();
        kept.clear(); // after a restore, numbers may stand for others
        kept.put(next.release(), next);
        now = new Now(pointer.get(), next);
        LOG.info("serving release={}", next.release());
    }
}
