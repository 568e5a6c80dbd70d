package tr.kentatlas.registry.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.memory.Faults.Kind;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.RegistryWrite;
import tr.kentatlas.registry.port.RegistryWritePort;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.RowFault;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.simulator.RegistryBook.Content;

/**
 * The registry with its habits: pages, versions, writes that readers see only after a while, a journal of requests, and faults on
 * demand. What it holds is {@link #truth()}.
 */
public final class MemoryRegistry implements RegistryReadPort, RegistryWritePort {
    private static final int PAGE = 5;
    private static final RowFault UNREADABLE =
            new RowFault("1", Answer.theirs(ResultCode.CONTRACT_CHANGED, null, "okunamadı"));

    private final Faults faults;
    private final Set<Capability> capabilities;
    private final Duration lag;
    private final Books books = new Books();
    private final Map<RequestKey, WriteOutcome> journal = new HashMap<>();
    private final Deque<Shown> history = new ArrayDeque<>();

    /** What readers saw from a moment on. */
    private record Shown(long since, Truth truth) {}

    public MemoryRegistry(Faults faults, Set<Capability> capabilities, Duration lag) {
        this.faults = faults;
        this.capabilities = capabilities;
        this.lag = lag;
        history.add(new Shown(Long.MIN_VALUE, books.truth.copy()));
    }

    /** A registry that does everything at once and never fails. */
    public static MemoryRegistry kind() {
        return new MemoryRegistry(new Faults(0, 0), Set.of(Capability.values()), Duration.ZERO);
    }

    public Faults faults() {
        return faults;
    }

    /** What it really holds; change it only through {@link #change}. */
    public synchronized Truth truth() {
        return books.truth;
    }

    /** All it holds. */
    public synchronized Content content() {
        Truth truth = books.truth;
        return new Content(
                List.of(),
                List.copyOf(truth.streets.values()),
                List.copyOf(truth.buildings.values()),
                List.copyOf(truth.doors.values()),
                List.copyOf(truth.units.values()));
    }

    /** A change made by somebody else; the function gets the revision to give. */
    public synchronized void change(BiConsumer<Truth, Revision> change) {
        change.accept(books.truth, books.next());
        remember();
    }

    private void remember() {
        history.add(new Shown(System.nanoTime(), books.truth.copy()));
    }

    private Truth shown() {
        long until = System.nanoTime() - lag.toNanos();
        Truth seen = history.element().truth();
        for (Shown one : history) if (one.since() <= until || lag.isZero()) seen = one.truth();
        return seen;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public RegistryPage<RegisteredNeighbourhood> neighbourhoods(long district, int page) {
        return new RegistryPage<>(List.of(), 1, 1, List.of());
    }

    @Override
    public synchronized long highestVersion(long neighbourhood) {
        failing(faults.read());
        return shown().highestVersion(neighbourhood);
    }

    @Override
    public synchronized <T extends RegisteredRow> RegistryPage<T> list(
            RegistryList<T> listing, long neighbourhood, int page) {
        List<T> rows = shown().rows(listing.level()).stream()
                .filter(row -> row.neighbourhood() == neighbourhood)
                .map(row -> listing.row().cast(asTold(row)))
                .toList();
        return page(rows, page);
    }

    private RegisteredRow asTold(RegisteredRow row) {
        return switch (row) {
            case RegisteredStreet street -> asTold(street);
            case RegisteredBuilding building -> asTold(building);
            case RegisteredDoor door -> door;
            case RegisteredUnit unit -> unit;
        };
    }

    private RegisteredStreet asTold(RegisteredStreet s) {
        String second = s.secondName() == null && faults.empty() ? "" : s.secondName();
        return new RegisteredStreet(
                s.code(),
                s.road(),
                s.neighbourhood(),
                s.name(),
                second,
                s.oldName(),
                s.kind(),
                s.sides(),
                s.centreLines(),
                s.revision());
    }

    private RegisteredBuilding asTold(RegisteredBuilding b) {
        String name = b.name() == null && faults.empty() ? " " : b.name();
        return new RegisteredBuilding(
                b.code(),
                b.neighbourhood(),
                name,
                b.kind(),
                b.condition(),
                b.floorsAbove(),
                b.floorsBelow(),
                b.footprint(),
                b.revision());
    }

    /** A drifting page repeats the last row of the page before it and tells one page more. */
    private <T> RegistryPage<T> page(List<T> rows, int number) {
        Kind fault = faults.read();
        failing(fault);
        if (fault == Kind.MASS_RETIRE) return new RegistryPage<>(List.of(), 1, 1, List.of());
        if (fault == Kind.UNREADABLE) return new RegistryPage<>(List.of(), 1, 1, List.of(UNREADABLE));
        int total = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        if (fault == Kind.EMPTY_PAGE) return new RegistryPage<>(List.of(), number, total, List.of());
        int from = Math.min(rows.size(), (number - 1) * PAGE);
        if (fault == Kind.DRIFT && from > 0) return drifted(rows, from, number, total);
        return new RegistryPage<>(rows.subList(from, Math.min(rows.size(), from + PAGE)), number, total, List.of());
    }

    private static <T> RegistryPage<T> drifted(List<T> rows, int from, int number, int total) {
        List<T> moved = rows.subList(from - 1, Math.min(rows.size(), from + PAGE - 1));
        return new RegistryPage<>(moved, number, total + 1, List.of());
    }

    private static void failing(Kind fault) {
        if (fault == Kind.BROKEN)
            throw new RegistryFailure(Answer.theirs(ResultCode.OUTAGE, "500", "<html>Sunucu hatası</html>"));
        if (fault == Kind.TIMEOUT_BEFORE)
            throw new RegistryFailure(Answer.theirs(ResultCode.OUTAGE, null, "zaman aşımı"));
    }

    @Override
    public WriteOutcome send(RegistryWrite write, RequestKey key) {
        return write(key, () -> switch (write) {
            case RoadWrite road -> books.road(road);
            case BuildingWrite building -> books.building(building);
            case DoorWrite door -> books.door(door);
            case UnitWrite unit -> books.unit(unit);
            case Retirement retirement -> books.retire(retirement);
        });
    }

    @Override
    public synchronized WriteOutcome lookUp(RequestKey key) {
        if (faults.write() != Kind.NONE)
            return new WriteOutcome.NotDone(Answer.theirs(ResultCode.OUTAGE, null, "meşgul"));
        return Objects.requireNonNullElse(
                known(key),
                new WriteOutcome.NotDone(Answer.theirs(ResultCode.NOT_FOUND, "404", "böyle bir istek yok")));
    }

    private @Nullable WriteOutcome known(RequestKey key) {
        return remembers() ? journal.get(key) : null;
    }

    /** Where nobody can look up a request, its key means nothing: what comes again is done again. */
    private boolean remembers() {
        return capabilities.contains(Capability.LOOK_UP);
    }

    private synchronized WriteOutcome write(RequestKey key, Supplier<WriteOutcome> work) {
        Kind fault = faults.write();
        if (fault == Kind.BROKEN)
            return new WriteOutcome.NotDone(Answer.theirs(ResultCode.BUSY_RETRY, "503", "meşgul"));
        if (fault == Kind.TIMEOUT_BEFORE) return timeout();
        WriteOutcome outcome = once(key, work);
        if (fault == Kind.TWICE && remembers()) outcome = once(key, work);
        return fault == Kind.TIMEOUT_AFTER ? timeout() : outcome;
    }

    private WriteOutcome once(RequestKey key, Supplier<WriteOutcome> work) {
        WriteOutcome before = known(key);
        if (before != null) return before;
        WriteOutcome outcome = work.get();
        if (outcome instanceof WriteOutcome.Done) {
            journal.put(key, outcome);
            remember();
        }
        return outcome;
    }

    private static WriteOutcome timeout() {
        return new WriteOutcome.Uncertain(Answer.theirs(ResultCode.OUTAGE, null, "zaman aşımı"));
    }
}
