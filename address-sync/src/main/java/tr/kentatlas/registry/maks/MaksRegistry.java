package tr.kentatlas.registry.maks;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.RegistryWritePort;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.soap.SoapWriter;
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
        return page("MahalleListele", "IlceKimlikNo", district, page, Rows::neighbourhood);
    }

    @Override
    public RegistryPage<RegisteredStreet> streets(long neighbourhood, int page) {
        return page("CsbmListele", "MahalleKimlikNo", neighbourhood, page, Rows::street);
    }

    @Override
    public RegistryPage<RegisteredBuilding> buildings(long neighbourhood, int page) {
        return page("YapiListele", "MahalleKimlikNo", neighbourhood, page, Rows::building);
    }

    @Override
    public RegistryPage<RegisteredDoor> doors(long neighbourhood, int page) {
        return page("NumaratajListele", "MahalleKimlikNo", neighbourhood, page, Rows::door);
    }

    @Override
    public RegistryPage<RegisteredUnit> units(long neighbourhood, int page) {
        return page("BagimsizBolumListele", "MahalleKimlikNo", neighbourhood, page, Rows::unit);
    }

    @Override
    public long highestVersion(long neighbourhood) {
        return patiently(() -> {
            VersionAnswer answer = new VersionAnswer();
            calls.call("EnBuyukSurum", out -> out.value("MahalleKimlikNo", neighbourhood), answer::take);
            return answer.version();
        });
    }

    private <T> RegistryPage<T> page(String operation, String parent, long code, int page, Function<XmlNode, T> row) {
        String element = operation.substring(0, operation.length() - "Listele".length());
        return patiently(() -> {
            PageAnswer<T> answer = new PageAnswer<>(element, row);
            calls.call(
                    operation,
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
    public WriteOutcome putRoad(RoadWrite road, RequestKey key) {
        return write("YolKaydet", out -> Requests.road(out, road, key));
    }

    @Override
    public WriteOutcome putBuilding(BuildingWrite building, RequestKey key) {
        return write("YapiKaydet", out -> Requests.building(out, building, key));
    }

    @Override
    public WriteOutcome putDoor(DoorWrite door, RequestKey key) {
        return write("NumaratajKaydet", out -> Requests.door(out, door, key));
    }

    @Override
    public WriteOutcome putUnit(UnitWrite unit, RequestKey key) {
        return write("BagimsizBolumKaydet", out -> Requests.unit(out, unit, key));
    }

    @Override
    public WriteOutcome retire(Retirement retirement, RequestKey key) {
        return write("Kapat", out -> Requests.retirement(out, retirement, key));
    }

    private WriteOutcome write(String operation, Consumer<SoapWriter> content) {
        WriteAnswer answer = new WriteAnswer();
        try {
            calls.call(operation, content, answer::take);
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
