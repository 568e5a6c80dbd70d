package tr.kentatlas.api.thematic.geoserver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.word.Worded;

/**
 * Brings a GeoServer up to what is published: when the service starts, and soon after somebody published, changed or withdrew a thematic
 * map or a release; what fails is tried again. The embedded engine draws until a layer is handed over. Where no GeoServer is configured it
 * does nothing.
 */
@Component
public final class MapHandover implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(MapHandover.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** The command that published or took back a release sets GeoServer up by itself, where it can: it goes first. */
    private static final Duration PRECEDENCE = Duration.ofSeconds(5);

    private static final Text NOTHING = new Text("", "");
    private static final Text UNKNOWN = Words.ofFiles().text(Wording.of("geoserver.unknown"));

    private final ObjectProvider<Provisioning> provisioning;
    private final ServedEdition served;
    private final InstantSource clock;
    private final AtomicReference<Wish> wish;
    private volatile Outcome outcome;
    private Optional<Releases.Served> known = Optional.empty();

    /** When it is to be done; null when nothing is to be done. */
    private record Wish(@Nullable Instant from, Duration pause) {
        static final Wish NONE = new Wish(null, FIRST_PAUSE);
    }

    /** What became of it. */
    public enum State implements Worded {
        /** No GeoServer is configured. */
        OFF,
        /** Nothing was to be done yet. */
        IDLE,
        WAITING,
        RUNNING,
        DONE,
        /** It is tried again at {@link Outcome#again}. */
        FAILED
    }

    /**
     * How the last run stands.
     *
     * @param message what failed, and what to do about it
     * @param leftOut what only the embedded engine can draw, and why
     */
    public record Outcome(
            State state,
            int steps,
            List<Text> leftOut,
            Text message,
            @Nullable Instant at,
            @Nullable Instant again) {
        static Outcome of(State state) {
            return new Outcome(state, 0, List.of(), NOTHING, null, null);
        }
    }

    @Autowired
    MapHandover(ObjectProvider<Provisioning> provisioning, ServedEdition served) {
        this(provisioning, served, InstantSource.system());
    }

    MapHandover(ObjectProvider<Provisioning> provisioning, ServedEdition served, InstantSource clock) {
        this.provisioning = provisioning;
        this.served = served;
        this.clock = clock;
        boolean isConfigured = provisioning.getIfAvailable() != null;
        this.outcome = Outcome.of(isConfigured ? State.IDLE : State.OFF);
        this.wish = new AtomicReference<>(Wish.NONE);
    }

    /** The published maps are others now; returns at once. */
    public void soon() {
        if (outcome.state() != State.OFF) from(clock.instant());
    }

    private void from(Instant instant) {
        wish.set(new Wish(instant, FIRST_PAUSE));
        if (outcome.state() != State.RUNNING) outcome = Outcome.of(State.WAITING);
    }

    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String name() {
        return "geoserver";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public void run() {
        Provisioning work = provisioning.getIfAvailable();
        if (work == null) return;
        followReleases();
        Wish now = wish.get();
        if (now.from() == null || clock.instant().isBefore(now.from())) return;
        outcome = Outcome.of(State.RUNNING);
        // What is asked for from here on is not in this run's plan: it stays wished for.
        boolean isNewest = wish.compareAndSet(now, Wish.NONE);
        try {
            Plan plan = work.apply(Progress.silent());
            outcome = new Outcome(State.DONE, plan.steps().size(), plan.leftOut(), NOTHING, clock.instant(), null);
        } catch (RuntimeException | Error e) {
            failed(now, e);
        }
        if (!isNewest || (wish.get().from() != null && outcome.state() == State.DONE))
            outcome = Outcome.of(State.WAITING);
    }

    /** Another release is served, or one was taken back; perhaps while no service ran. */
    private void followReleases() {
        Optional<Releases.Served> now = served.pointer();
        if (now.equals(known)) return;
        known = now;
        from(clock.instant().plus(PRECEDENCE));
    }

    private void failed(Wish now, Throwable e) {
        LOG.warn("GeoServer does not have the published maps yet", e);
        Instant again = clock.instant().plus(now.pause());
        Duration pause = now.pause().multipliedBy(2);
        Wish later = new Wish(again, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        wish.compareAndSet(Wish.NONE, later);
        // What is no trouble of GeoServer's is for whoever reads the log: its words are no operator's.
        Text message = e instanceof GeoServerTrouble trouble ? trouble.text() : UNKNOWN;
        outcome = new Outcome(State.FAILED, 0, List.of(), message, clock.instant(), again);
    }
}
