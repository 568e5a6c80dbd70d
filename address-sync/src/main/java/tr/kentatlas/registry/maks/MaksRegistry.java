package tr.kentatlas.registry.maks;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.RegistryWrite;
import tr.kentatlas.registry.port.RegistryWritePort;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.soap.ListedRows;
import tr.kentatlas.registry.soap.RowReader;
import tr.kentatlas.registry.soap.XmlNode;

/**
 * The national address registry over its SOAP contract. Reads that find it ill are tried again with growing pauses; writes are sent once, and
 * whoever sent them is told whether they are done, refused, surely not done, or unknown.
 */
public final class MaksRegistry implements RegistryReadPort, RegistryWritePort {
    private static final Set<Capability> CAPABILITIES =
            Set.of(Capability.HIGHEST_VERSION, Capability.LOOK_UP, Capability.WRITE);

    private final MaksSettings settings;
    private final SoapCalls calls;
    private final Consumer<Duration> sleep;

    MaksRegistry(MaksSettings settings, Clock clock, Consumer<Duration> sleep) {
        this.settings = settings;
        this.calls = new SoapCalls(settings, clock);
        this.sleep = sleep;
    }

    /** Connects to nothing yet. */
    public static MaksRegistry over(MaksSettings settings) {
        return new MaksRegistry(settings, Clock.systemUTC(), pause -> LockSupport.parkNanos(pause.toNanos()));
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public RegistryPage<RegisteredNeighbourhood> neighbourhoods(long district, int page) {
        return page("Mahalle", "IlceKimlikNo", district, page, RowReader::neighbourhood);
    }

    @Override
    public <T extends RegisteredRow> RegistryPage<T> list(RegistryList<T> listing, long neighbourhood, int page) {
        ListedRows<T> rows = ListedRows.of(listing);
        return page(rows.element(), ListedRows.PARENT, neighbourhood, page, rows.reader());
    }

    @Override
    public long highestVersion(long neighbourhood) {
        return patiently(() -> {
            VersionAnswer answer = new VersionAnswer();
            calls.call("EnBuyukSurum", out -> out.value("MahalleKimlikNo", neighbourhood), answer::take);
            return answer.version();
        });
    }

    private <T> RegistryPage<T> page(String element, String parent, long code, int page, Function<XmlNode, T> row) {
        return patiently(() -> {
            PageAnswer<T> answer = new PageAnswer<>(element, row);
            calls.call(
                    element + "Listele",
                    out -> {
                        out.value(parent, code);
                        out.value("SayfaNo", page);
                    },
                    answer::take);
            return answer.page(page);
        });
    }

    private interface Read<T> {
        T run();
    }

    private <T> T patiently(Read<T> read) {
        Duration pause = settings.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                return read.run();
            } catch (CallTrouble e) {
                if (attempt >= settings.attempts()
                        || !e.isPassing()
                        || Thread.currentThread().isInterrupted()) {
                    throw new RegistryFailure(e.answer(), e);
                }
                sleep.accept(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    @Override
    public WriteOutcome send(RegistryWrite write, RequestKey key) {
        WriteAnswer answer = new WriteAnswer();
        try {
            calls.call(Requests.operation(write), out -> Requests.content(out, write, key), answer::take);
            return answer.outcome();
        } catch (CallTrouble e) {
            return switch (e.effect()) {
                case NONE -> new WriteOutcome.NotDone(e.answer());
                case REFUSED -> new WriteOutcome.Refused(e.answer());
                case UNKNOWN -> new WriteOutcome.Uncertain(e.answer());
            };
        }
    }

    /** A question that could not be asked leaves the matter as open as it was. */
    @Override
    public WriteOutcome lookUp(RequestKey key) {
        WriteAnswer answer = new WriteAnswer();
        try {
            calls.call("IstekSorgula", out -> out.value("IstekNo", key.value()), answer::take);
        } catch (CallTrouble e) {
            return new WriteOutcome.Uncertain(e.answer());
        }
        WriteOutcome outcome = answer.outcome();
        boolean unheard = outcome.answer().code() == ResultCode.NOT_FOUND;
        boolean turnedAway = outcome instanceof WriteOutcome.NotDone;
        return unheard
                ? new WriteOutcome.NotDone(outcome.answer())
                : turnedAway ? new WriteOutcome.Uncertain(outcome.answer()) : outcome;
    }
}
