package tr.kentatlas.api.desk.release;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.ReleaseRefused;
import tr.kentatlas.spatial.word.Worded;

/** The one long step of a release on this node: started by a person, done by the background job whether somebody looks on or not. */
@Component
class ReleaseRun implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseRun.class);

    private final AtomicReference<Stand> stand = new AtomicReference<>(Stand.IDLE);
    private final AtomicReference<@Nullable Consumer<Progress>> order = new AtomicReference<>();

    enum What implements Worded {
        DRAFT,
        CHECK,
        PUBLISH
    }

    enum State implements Worded {
        IDLE,
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How far it is.
     *
     * @param step the part it is at, from 1; {@code done} of {@code all} of that part, which is -1 where nobody knows
     * @param message why it failed
     */
    record Stand(
            State state,
            @Nullable What what,
            int step,
            long done,
            long all,
            @Nullable Wording message,
            @Nullable Instant at) {
        static final Stand IDLE = new Stand(State.IDLE, null, 0, 0, 0, null, null);

        boolean isUnderWay() {
            return state == State.WAITING || state == State.RUNNING;
        }

        private Stand at(int part, long count, long total) {
            return new Stand(State.RUNNING, what, part, count, total, null, Instant.now());
        }

        private Stand ended(State end, @Nullable Wording why) {
            return new Stand(end, what, step, done, all, why, Instant.now());
        }
    }

    Stand stand() {
        return stand.get();
    }

    /** What the work refuses is told by {@link #stand}. */
    synchronized void start(What what, Consumer<Progress> work) {
        if (stand.get().isUnderWay()) throw Problem.conflict(Wording.of("release.refused.busy"));
        stand.set(new Stand(State.WAITING, what, 0, 0, 0, null, Instant.now()));
        order.set(work);
    }

    /** How the last step ended is told no more, since something else has happened to the releases; one that is under way is. */
    synchronized void forget() {
        stand.updateAndGet(now -> now.isUnderWay() ? now : Stand.IDLE);
    }

    @Override
    public String name() {
        return "release";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    /** Whatever ends it, an error too, is told; else it would be said to run for ever. */
    @Override
    public void run() {
        Consumer<Progress> work = order.getAndSet(null);
        if (work == null) return;
        try {
            work.accept(new Steps());
            end(State.DONE, null);
        } catch (ReleaseRefused no) {
            end(State.FAILED, ReleaseWordings.of(no));
        } catch (Problem no) {
            end(State.FAILED, no.wording());
        } catch (Throwable e) {
            LOG.error("a step of a release failed", e);
            end(State.FAILED, Wording.of("release.broke"));
        }
    }

    private void end(State state, @Nullable Wording message) {
        stand.updateAndGet(now -> now.ended(state, message));
    }

    /** Tells each part of the work as it goes. */
    private final class Steps implements Progress {
        private int begun;

        @Override
        public Step begin(String what, long total) {
            int part = ++begun;
            stand.updateAndGet(now -> now.at(part, 0, total));
            return new Step() {
                @Override
                public void at(long done) {
                    stand.updateAndGet(now -> now.at(part, done, total));
                }

                @Override
                public void done() {}

                @Override
                public void close() {}
            };
        }
    }
}
