package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.memory.Faults;
import tr.kentatlas.registry.memory.Faults.Kind;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.pull.HeldReading;
import tr.kentatlas.registry.pull.HeldReading.Loss;
import tr.kentatlas.registry.pull.HeldReadings;
import tr.kentatlas.registry.pull.NotHeld;
import tr.kentatlas.registry.pull.PullResult;
import tr.kentatlas.spatial.store.sql.JobLock;

class PullFaultsTest {
    private final SyncCity city = SyncCity.small();
    private final MemoryRegistry registry =
            new MemoryRegistry(new Faults(1, 0), Set.of(Capability.values()), Duration.ZERO);
    private final Sync sync = Sync.with(city, registry);

    @BeforeEach
    void everythingIsInTheRegistry() {
        sync.publishAll();
        assertThat(sync.open()).isEmpty();
    }

    @Test
    void aBrokenAnswerIsAskedAgain() {
        registry.faults().nextReads(Kind.BROKEN, Kind.TIMEOUT_BEFORE);
        assertThat(west()).isInstanceOf(PullResult.Complete.class);
    }

    @Test
    void aRegistryOutOfReachLeavesTheReadingWhereItWasAndTheNextOneGoesOnThere() {
        registry.faults().nextReads(Kind.NONE, Kind.NONE, Kind.NONE);
        registry.faults().nextReads(repeated(Kind.TIMEOUT_BEFORE, 3));
        assertThat(west())
                .isInstanceOfSatisfying(
                        PullResult.Failed.class,
                        failed -> assertThat(failed.why())
                                .isEqualTo(Remark.of(Saying.FAILURE, ResultCode.OUTAGE, Remark.theirs("zaman aşımı"))));
        long read = city.count("registry.incoming");
        assertThat(read).isPositive();
        assertThat(sync.puller.pull(SyncCity.WEST, Sync.BY)).isInstanceOf(PullResult.Complete.class);
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void anUnchangedNeighbourhoodIsNotReadAgain() {
        assertThat(sync.puller.pull(SyncCity.WEST, Sync.BY)).isEqualTo(new PullResult.Unchanged(SyncCity.WEST));
    }

    @Test
    void aDriftingListIsReadUntilItStandsStill() {
        Kind[] first = repeated(Kind.NONE, 5);
        registry.faults().nextReads(first);
        registry.faults().nextReads(Kind.DRIFT);
        assertThat(west())
                .isInstanceOfSatisfying(
                        PullResult.Complete.class,
                        done -> assertThat(done.readings()).isGreaterThan(1));
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void aMassRetirementIsHeldBackUntilAPersonAllowsIt() {
        registry.faults().nextReads(Kind.NONE);
        registry.faults().nextReads(repeated(Kind.MASS_RETIRE, 4));
        assertThat(west()).isInstanceOf(PullResult.Halted.class);
        assertThat(city.count("registry.entry WHERE listed AND neighbourhood = ?", SyncCity.WEST))
                .isEqualTo(18);
        assertThat(sync.compared()).isEmpty();
        sync.allow(SyncCity.WEST);
        assertThat(sync.compared()).hasSize(18).allMatch(c -> c.kind() == ConflictKind.C15);
    }

    @Test
    void aReadingThatIsHeldBackTakesNoSideOfAStreetAway() {
        long sides = city.count("registry.side");
        registry.change((truth, revision) -> truth.streets.replaceAll(
                (code, street) -> street.neighbourhood() == SyncCity.WEST ? withOneSide(street, revision) : street));
        registry.faults().nextReads(Kind.NONE, Kind.NONE);
        registry.faults().nextReads(repeated(Kind.MASS_RETIRE, 3));
        assertThat(west()).isInstanceOf(PullResult.Halted.class);
        assertThat(city.count("registry.side")).isEqualTo(sides);
        sync.allow(SyncCity.WEST);
        assertThat(city.count("registry.side")).isEqualTo(sides - 2);
    }

    private static RegisteredStreet withOneSide(RegisteredStreet s, Revision revision) {
        List<RegisteredSide> one = s.sides().subList(0, 1);
        return new RegisteredStreet(
                s.code(), s.road(), s.neighbourhood(), s.name(), null, null, s.kind(), one, s.centreLines(), revision);
    }

    @Test
    void aReadingWhoseRowsCannotBeReadEndsNothingAndIsNotHeldBack() {
        registry.faults().nextReads(Kind.NONE);
        registry.faults().nextReads(repeated(Kind.UNREADABLE, 4));
        assertThat(west()).isInstanceOf(PullResult.Complete.class);
        assertThat(city.count("registry.entry WHERE listed AND neighbourhood = ?", SyncCity.WEST))
                .isEqualTo(18);
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void whoAllowsAHeldReadingSeesWhatItEndsAndIsInTheJournal() {
        HeldReading held = held();
        assertThat(held.losses()).extracting(Loss::retiring).containsExactly(2L, 4L, 4L, 8L);
        assertThat(held.rows()).hasSize(18).anySatisfy(row -> {
            assertThat(row.level()).isEqualTo(Level.DOOR);
            assertThat(row.street()).isEqualTo("ATATÜRK");
        });
        new HeldReadings(sync.store).allow(SyncCity.WEST, held.startedAt(), "şef", "mahalle boşaltıldı", () -> {});
        assertThat(city.count("registry.journal WHERE what = 'pull' AND key = '170001' AND actor = 'şef'"
                        + " AND after ->> 'allowed_why' = 'mahalle boşaltıldı'"))
                .isEqualTo(1);
        assertThat(city.count("registry.journal WHERE what = 'pull' AND before ->> 'state' = 'reading'"))
                .isEqualTo(1);
    }

    @Test
    void twoReadingsAtOnceDoNotMixTheirPages() {
        AddressSync second = new AddressSync(city.database, SyncCity.MODEL, SyncCity.SRID);
        List<PullResult> told = new ArrayList<>();
        boolean first = JobLock.with(city.database, AddressSync.PULL, () -> {
                    told.addAll(pulled(second));
                    return true;
                })
                .orElseThrow();
        assertThat(first).isTrue();
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        PullResult.Failed.class,
                        failed -> assertThat(failed.why()).isEqualTo(Remark.of(Saying.ANOTHER_READING)));
        assertThat(pulled(second)).hasOnlyElementsOfType(PullResult.Complete.class);
    }

    private List<PullResult> pulled(AddressSync second) {
        return second.pull(
                registry, List.of(SyncCity.WEST), AddressSync.Reading.WHOLE, Sync.BY, result -> {}, () -> false);
    }

    @Test
    void aReadingThatWasReadAnewMeanwhileIsNotAllowedUnseen() {
        HeldReadings readings = new HeldReadings(sync.store);
        HeldReading seen = held();
        held();
        assertThatThrownBy(() -> readings.allow(SyncCity.WEST, seen.startedAt(), Sync.BY, "tamam", () -> {}))
                .isInstanceOfSatisfying(
                        NotHeld.class, no -> assertThat(no.why()).isEqualTo(NotHeld.Why.READ_AGAIN));
        assertThatThrownBy(() -> readings.allow(SyncCity.EAST, seen.startedAt(), Sync.BY, "tamam", () -> {}))
                .isInstanceOf(NotHeld.class);
        assertThat(city.count("registry.entry WHERE NOT listed")).isZero();
    }

    @Test
    void whatCannotBeRecordedIsNotTakenOver() {
        HeldReadings readings = new HeldReadings(sync.store);
        HeldReading seen = held();
        assertThatThrownBy(() -> readings.allow(SyncCity.WEST, seen.startedAt(), Sync.BY, "tamam", () -> {
                    throw new IllegalStateException("the journal is full");
                }))
                .hasMessage("the journal is full");
        assertThat(city.count("registry.entry WHERE NOT listed")).isZero();
        assertThat(readings.find(SyncCity.WEST)).isPresent();
    }

    private HeldReading held() {
        registry.faults().nextReads(Kind.NONE);
        registry.faults().nextReads(repeated(Kind.MASS_RETIRE, 4));
        assertThat(west()).isInstanceOf(PullResult.Halted.class);
        return new HeldReadings(sync.store).find(SyncCity.WEST).orElseThrow();
    }

    @Test
    void anEmptyTextMeansTheSameAsNone() {
        assertThat(city.count("registry.entry WHERE label = '' OR kind = '' OR '' = ANY (aliases)"))
                .isZero();
    }

    private PullResult west() {
        return sync.puller.pullWhole(SyncCity.WEST, Sync.BY);
    }

    private static Kind[] repeated(Kind kind, int times) {
        return Collections.nCopies(times, kind).toArray(Kind[]::new);
    }
}
