package tr.kentatlas.api.desk.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.registry.RegistryWordings;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.AddressSync.Reading;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.pull.PullResult;
import tr.kentatlas.registry.push.PushReport;
import tr.kentatlas.spatial.word.Worded;

/** The one run of the synchronisation on this node: started by people, done by the background job, stopped between two steps. */
@Component
class RegistryRun implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryRun.class);

    private final ObjectProvider<AddressSync> sync;
    private final ObjectProvider<MaksRegistry> registry;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.IDLE);
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();
    private @Nullable Order following;

    RegistryRun(ObjectProvider<AddressSync> sync, ObjectProvider<MaksRegistry> registry) {
        this.sync = sync;
        this.registry = registry;
    }

    enum What implements Worded {
        PULL,
        COMPARE,
        PUSH
    }

    /** @param stopping whether somebody wants it to end between two steps; nobody wants that of the one after it */
    private record Order(What what, List<Long> neighbourhoods, Reading reading, String by, AtomicBoolean stopping) {
        Order(What what, List<Long> neighbourhoods, Reading reading, String by) {
            this(what, neighbourhoods, reading, by, new AtomicBoolean());
        }

        RunState ended(RunState otherwise) {
            return stopping.get() ? RunState.STOPPED : otherwise;
        }
    }

    /**
     * How far a run is.
     *
     * @param held readings that wait for a person
     * @param message null when there is nothing to say
     */
    record Progress(
            RunState state,
            @Nullable What what,
            int done,
            int all,
            long held,
            @Nullable Wording message,
            @Nullable Instant at) {
        static final Progress IDLE = new Progress(RunState.IDLE, null, 0, 0, 0, null, null);
    }

    AddressSync sync() {
        return sync.getObject();
    }

    boolean isConfigured() {
        return registry.getIfAvailable() != null;
    }

    Progress progress() {
        return progress.get();
    }

    /** Tells {@code witness} before it begins: what it cannot record does not happen. */
    synchronized void start(What what, List<Long> neighbourhoods, String by, Runnable witness) {
        if (what != What.COMPARE && !isConfigured()) throw Problem.unavailable(Wording.of("registry.none"));
        if (isBusy()) throw Problem.conflict(Wording.of("registry.busy"));
        witness.run();
        order(new Order(what, neighbourhoods, Reading.CHANGED, by));
    }

    boolean isBusy() {
        return progress.get().state().isUnderWay() || order.get() != null;
    }

    private void order(Order next) {
        tell(RunState.WAITING, next.what(), 0, 0, null);
        order.set(next);
    }

    /** Starts it, or lets it follow the run that is under way. */
    synchronized void soon(What what, String by) {
        Order next = new Order(what, List.of(), Reading.CHANGED, by);
        if (order.compareAndSet(null, next)) tell(RunState.WAITING, what, 0, 0, null);
        else following = next;
    }

    /** Starts a reading unless something is under way; who asks comes again. */
    synchronized boolean readIfIdle(List<Long> neighbourhoods, Reading reading, String by) {
        if (isBusy()) return false;
        order(new Order(What.PULL, neighbourhoods, reading, by));
        return true;
    }

    private synchronized void ended() {
        Order next = following;
        following = null;
        order.set(next);
        if (next != null) tell(RunState.WAITING, next.what(), 0, 0, null);
    }

    void stop() {
        Order now = order.get();
        if (now != null) now.stopping().set(true);
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    /** Whatever ends a run, an error too, is told of it; else it would be said to run for ever. */
    @Override
    public void run() {
        Order next = order.get();
        if (next == null) return;
        try {
            switch (next.what()) {
                case PULL -> pull(next);
                case COMPARE -> compare(next);
                case PUSH -> push(next);
            }
        } catch (Throwable e) {
            LOG.warn("registry run failed", e);
            Progress now = progress.get();
            tell(RunState.FAILED, next.what(), now.done(), now.all(), Wording.of("registry.run.broke"));
        } finally {
            ended();
        }
    }

    private void pull(Order next) {
        AddressSync sync = sync();
        List<Long> codes = sync.codes(next.neighbourhoods());
        tell(RunState.RUNNING, What.PULL, 0, codes.size(), null);
        List<PullResult> results = sync.pull(
                registry.getObject(),
                codes,
                next.reading(),
                next.by(),
                result -> tell(RunState.RUNNING, What.PULL, progress.get().done() + 1, codes.size(), null),
                next.stopping()::get);
        sync.compare(next.by(), next.stopping()::get);
        boolean failed = results.stream().anyMatch(PullResult.Failed.class::isInstance);
        long held = results.stream().filter(PullResult.Halted.class::isInstance).count();
        progress.set(new Progress(
                next.ended(failed ? RunState.FAILED : RunState.DONE),
                What.PULL,
                results.size(),
                codes.size(),
                held,
                failures(results),
                Instant.now()));
    }

    private void compare(Order next) {
        tell(RunState.RUNNING, What.COMPARE, 0, 0, null);
        sync().compare(next.by(), next.stopping()::get);
        tell(next.ended(RunState.DONE), What.COMPARE, 1, 1, null);
    }

    private static @Nullable Wording failures(List<PullResult> results) {
        return results.stream()
                .filter(PullResult.Failed.class::isInstance)
                .map(PullResult.Failed.class::cast)
                .map(r -> Wording.of("registry.run.failed-at", r.neighbourhood(), RegistryWordings.of(r.why())))
                .findFirst()
                .orElse(null);
    }

    private void push(Order next) {
        tell(RunState.RUNNING, What.PUSH, 0, 0, null);
        PushReport report = sync().push(registry.getObject(), next.by(), next.stopping()::get);
        int all = report.acknowledged() + report.refused() + report.uncertain() + report.notDone() + report.waiting();
        Remark stopped = report.stopped();
        RunState state = next.ended(stopped == null ? RunState.DONE : RunState.FAILED);
        tell(state, What.PUSH, report.acknowledged(), all, stopped == null ? null : RegistryWordings.of(stopped));
    }

    private void tell(RunState state, What what, int done, int all, @Nullable Wording message) {
        progress.set(new Progress(state, what, done, all, 0, message, Instant.now()));
    }
}
