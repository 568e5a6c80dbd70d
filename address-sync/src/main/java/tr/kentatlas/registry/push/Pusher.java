package tr.kentatlas.registry.push;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.RegistryWrite;
import tr.kentatlas.registry.port.RegistryWritePort;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.Target;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.push.Outbox.Message;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.store.sql.JobLock;

/**
 * Sends the outbox, parents before children. What may have arrived is never sent again before it was looked up, or, where the registry
 * cannot look up, before a comparison after a later reading has put it back in the queue. A registry out of reach stops the run.
 */
public final class Pusher {
    private static final Set<ResultCode> FOR_ALL = Set.of(
            ResultCode.AUTH_REFUSED, ResultCode.NOT_AUTHORISED, ResultCode.AUTH_EXPIRED, ResultCode.CONTRACT_CHANGED);
    private static final int MOST_FAILURES = 3;
    private static final ZoneId TURKEY = CityTime.ZONE;

    private final DataSource desk;
    private final RegistryStore store;
    private final RegistryWritePort registry;

    public Pusher(DataSource desk, RegistryWritePort registry) {
        this.desk = desk;
        this.store = new RegistryStore(desk);
        this.registry = registry;
    }

    /** Sends what can be sent; {@code stop} is asked between two messages. One push runs at a time in a city. */
    public PushReport run(String actor, BooleanSupplier stop) {
        if (!registry.capabilities().contains(Capability.WRITE)) {
            return PushReport.stopped(Remark.of(Saying.TAKES_NO_WRITES));
        }
        return JobLock.with(desk, "registry.push", () -> new Run(actor, stop).all())
                .orElseGet(() -> PushReport.stopped(Remark.of(Saying.ANOTHER_PUSH)));
    }

    /** One push: its counts, and when it has to stop. */
    private final class Run {
        private final String actor;
        private final BooleanSupplier stop;
        private int acknowledged;
        private int refused;
        private int uncertain;
        private int notDone;
        private int waiting;
        private int failuresInARow;
        private @Nullable Remark stopped;

        Run(String actor, BooleanSupplier stop) {
            this.actor = actor;
            this.stop = stop;
        }

        PushReport all() {
            store.write(actor, jdbc -> new Outbox(jdbc).orphans());
            if (registry.capabilities().contains(Capability.LOOK_UP)) {
                each(in(MessageState.UNCERTAIN), message -> answered(message, registry.lookUp(message.key())));
            }
            int before;
            do { // a door can be sent once its street has been
                before = acknowledged;
                waiting = 0;
                each(in(MessageState.QUEUED), this::send);
            } while (waiting > 0 && acknowledged > before && stopped == null);
            return new PushReport(acknowledged, refused, uncertain, notDone, waiting, stopped);
        }

        private List<Message> in(MessageState state) {
            return new Outbox(store.read()).in(state);
        }

        private void each(List<Message> messages, Consumer<Message> work) {
            for (Message message : messages) {
                if (stop.getAsBoolean()) stopped = Remark.of(Saying.STOPPED_ON_REQUEST);
                if (stopped != null) return;
                work.accept(message);
            }
        }

        private void send(Message message) {
            if (!new Outbox(store.read()).isIn(message, MessageState.QUEUED)) return; // answered together with another
            RegistryWrite write;
            try {
                write = write(message);
            } catch (Waiting wait) {
                waiting++;
                note(message, MessageState.QUEUED, wait.remark());
                return;
            } catch (Unsendable broken) {
                refused++;
                note(message, MessageState.REJECTED, broken.remark());
                return;
            }
            boolean mine = store.aloneInTurn(
                    actor, jdbc -> new Outbox(jdbc).sending(message)); // a comparison may be cancelling it
            if (mine) answered(message, registry.send(write, message.key()));
        }

        private void note(Message message, MessageState state, Remark remark) {
            store.aloneInTurn(actor, jdbc -> {
                new Outbox(jdbc).note(message, state, remark);
                return true;
            });
        }

        private void answered(Message message, WriteOutcome outcome) {
            store.aloneInTurn(actor, jdbc -> new Answers(jdbc).take(message, outcome));
            switch (outcome) {
                case WriteOutcome.Done done -> acknowledged++;
                case WriteOutcome.Refused no -> refused++;
                case WriteOutcome.NotDone not -> notDone++;
                case WriteOutcome.Uncertain unknown -> uncertain++;
            }
            watch(outcome);
        }

        private void watch(WriteOutcome outcome) {
            Answer answer = outcome.answer();
            boolean failed = outcome instanceof WriteOutcome.Uncertain
                    || (outcome instanceof WriteOutcome.NotDone && answer.code() != ResultCode.NOT_FOUND);
            failuresInARow = failed ? failuresInARow + 1 : 0;
            if (FOR_ALL.contains(answer.code()) && failed) stopped = answer.failure();
            if (failuresInARow >= MOST_FAILURES) stopped = Remark.of(Saying.NOT_ANSWERING, answer.failure());
        }
    }

    private RegistryWrite write(Message message) {
        if (message.retires()) return retirement(message);
        Target target = new Target(message.code(), message.version());
        Submissions writes = new Submissions(store.read());
        UUID local = Objects.requireNonNull(message.local());
        return switch (message.level()) {
            case STREET ->
                new RoadSubmission(store.read())
                        .road(Objects.requireNonNull(message.object()), local, message.version());
            case BUILDING -> writes.building(local, target);
            case DOOR -> writes.door(local, target);
            case UNIT -> writes.unit(local, target);
        };
    }

    private static Retirement retirement(Message message) {
        long code = Objects.requireNonNull(message.code());
        LocalDate today = LocalDate.now(TURKEY);
        return new Retirement(message.level(), code, message.version(), message.reason(), today);
    }
}
