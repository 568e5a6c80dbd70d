package tr.kentatlas.registry.maks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.port.Capability;
import tr.kentatlas.registry.port.GivenCodes;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.Target;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.simulator.InventedSeed;
import tr.kentatlas.registry.simulator.RegistryBook.Content;
import tr.kentatlas.registry.simulator.SimulatorOptions;

/** Every operation of the contract over real SOAP. */
class MaksContractTest {
    private final Trial trial = Trial.plain();
    private final MaksRegistry registry = trial.registry;

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void everyListGivesWhatTheRegistryHolds() {
        Content truth = trial.simulator.book().truth();
        assertThat(Trial.all(page -> registry.neighbourhoods(InventedSeed.DISTRICT, page)))
                .isEqualTo(truth.neighbourhoods());
        assertThat(Trial.all(page -> registry.list(RegistryList.STREETS, Trial.HERE, page)))
                .isEqualTo(truth.streets().stream()
                        .filter(row -> row.neighbourhood() == Trial.HERE)
                        .toList());
        assertThat(Trial.all(page -> registry.list(RegistryList.BUILDINGS, Trial.HERE, page)))
                .isEqualTo(truth.buildings().stream()
                        .filter(row -> row.neighbourhood() == Trial.HERE)
                        .toList());
        assertThat(Trial.all(page -> registry.list(RegistryList.DOORS, Trial.HERE, page)))
                .hasSizeGreaterThan(50)
                .isEqualTo(truth.doors().stream()
                        .filter(row -> row.neighbourhood() == Trial.HERE)
                        .toList());
        assertThat(Trial.all(page -> registry.list(RegistryList.UNITS, Trial.HERE, page)))
                .isEqualTo(truth.units().stream()
                        .filter(row -> row.neighbourhood() == Trial.HERE)
                        .toList());
    }

    @Test
    void aLocalDayComesBackAsTheSameDay() {
        assertThat(registry.list(RegistryList.DOORS, Trial.HERE, 1).rows())
                .allSatisfy(door -> assertThat(door.revision().updatedOn())
                        .isIn(LocalDate.of(2010, 5, 5), LocalDate.of(2014, 3, 30)));
    }

    @Test
    void addressNumbersAreLargerThanAnInt() {
        assertThat(Trial.all(page -> registry.list(RegistryList.UNITS, Trial.HERE, page)))
                .anySatisfy(unit -> assertThat(unit.addressNo()).isGreaterThan(Integer.MAX_VALUE));
    }

    @Test
    void aNeighbourhoodNobodyKnowsIsEmpty() {
        assertThat(registry.list(RegistryList.DOORS, 1, 1).rows()).isEmpty();
        assertThat(registry.list(RegistryList.DOORS, 1, 1).isLast()).isTrue();
    }

    @Test
    void theHighestVersionGrowsWithAWriteOfThatNeighbourhood() {
        long before = registry.highestVersion(Trial.HERE);
        long elsewhere = registry.highestVersion(Trial.HERE + 2);
        assertThat(Trial.code(registry.send(Trial.building(1), Trial.key()))).isPositive();
        assertThat(registry.highestVersion(Trial.HERE)).isGreaterThan(before);
        assertThat(registry.highestVersion(Trial.HERE + 2)).isEqualTo(elsewhere);
        assertThat(registry.capabilities()).contains(Capability.HIGHEST_VERSION);
    }

    @Test
    void aRoadABuildingADoorAndAUnitAreAdded() {
        GivenCodes road = done(registry.send(Trial.road("YENİ IŞIK"), Trial.key()));
        RegisteredStreet street = Trial.all(page -> registry.list(RegistryList.STREETS, Trial.HERE, page)).stream()
                .filter(row -> row.name().equals("YENİ IŞIK"))
                .findFirst()
                .orElseThrow();
        assertThat(street.road()).isEqualTo(road.code());
        assertThat(street.sides()).isEqualTo(road.sides()).hasSize(2);
        long building = Trial.code(registry.send(Trial.building(1), Trial.key()));
        long door = Trial.code(registry.send(Trial.door(street, building, "12/A"), Trial.key()));
        long unit = Trial.code(registry.send(Trial.unit(building, door, "3", 1), Trial.key()));
        assertThat(Trial.all(page -> registry.list(RegistryList.DOORS, Trial.HERE, page)))
                .filteredOn(row -> row.code() == door)
                .singleElement()
                .satisfies(row -> assertThat(row.number()).isEqualTo("12/A"));
        assertThat(Trial.all(page -> registry.list(RegistryList.UNITS, Trial.HERE, page)))
                .filteredOn(row -> row.addressNo() == unit)
                .singleElement()
                .extracting(RegisteredUnit::door, RegisteredUnit::building, RegisteredUnit::floor)
                .containsExactly(door, building, 1);
    }

    @Test
    void aRenamedRoadKeepsItsCodesAndItsOldName() {
        GivenCodes road = done(registry.send(Trial.road("ESKİ AD"), Trial.key()));
        var written = Trial.road("YENİ AD");
        var changed = new RoadWrite(
                new Target(road.code(), road.version()), written.name(), written.kind(), written.centreLines());
        GivenCodes after = done(registry.send(changed, Trial.key()));
        assertThat(after.code()).isEqualTo(road.code());
        assertThat(after.version()).isGreaterThan(road.version());
        assertThat(Trial.all(page -> registry.list(RegistryList.STREETS, Trial.HERE, page)))
                .filteredOn(row -> row.name().equals("YENİ AD"))
                .singleElement()
                .satisfies(row -> assertThat(row.oldName()).isEqualTo("ESKİ AD"))
                .satisfies(row ->
                        assertThat(row.code()).isEqualTo(road.sides().getFirst().street()));
    }

    @Test
    void aRowThatChangedMeanwhileIsNotOverwritten() {
        RegisteredDoor door = freeDoor();
        long version = door.revision().version();
        WriteOutcome first = registry.send(retirement(door.code(), version), Trial.key());
        WriteOutcome second = registry.send(retirement(door.code(), version), Trial.key());
        assertThat(Trial.code(first)).isEqualTo(door.code());
        assertThat(second).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(second.answer().code()).isEqualTo(ResultCode.STALE_VERSION);
        assertThat(second.answer().said()).isEqualTo(Remark.theirs("Kayıt pasife alınmış."));
        assertThat(Trial.all(page -> registry.list(RegistryList.DOORS, Trial.HERE, page)))
                .filteredOn(row -> row.code() == door.code())
                .singleElement()
                .satisfies(row -> assertThat(row.revision().active()).isFalse());
    }

    @Test
    void whatBreaksARuleIsRefusedWithTheRegistrysOwnWords() {
        RegisteredStreet street =
                registry.list(RegistryList.STREETS, Trial.HERE, 1).rows().getFirst();
        long building = Trial.code(registry.send(Trial.building(1), Trial.key()));
        assertRefused(registry.send(Trial.door(street, building, "yok"), Trial.key()), ResultCode.VALIDATION);
        assertRefused(registry.send(Trial.door(street, building, "5a"), Trial.key()), ResultCode.DUPLICATE);
        assertRefused(registry.send(Trial.door(street, 42, "99"), Trial.key()), ResultCode.PARENT_RETIRED);
        assertRefused(registry.send(Trial.building(1), Trial.key()), ResultCode.GEOMETRY);
        long door = Trial.code(registry.send(Trial.door(street, building, "99"), Trial.key()));
        assertRefused(registry.send(Trial.unit(building, door, "1", 9), Trial.key()), ResultCode.VALIDATION);
        assertRefused(
                registry.send(
                        new Retirement(Level.STREET, street.code(), 0, "deneme", LocalDate.of(2026, 1, 2)),
                        Trial.key()),
                ResultCode.VALIDATION);
    }

    @Test
    void aRequestIsLookedUpByItsKey() {
        RequestKey key = Trial.key();
        long building = Trial.code(registry.send(Trial.building(1), key));
        assertThat(Trial.code(registry.lookUp(key))).isEqualTo(building);
        WriteOutcome never = registry.lookUp(new RequestKey(UUID.randomUUID()));
        assertThat(never).isInstanceOf(WriteOutcome.NotDone.class);
        assertThat(never.answer().code()).isEqualTo(ResultCode.NOT_FOUND);
        RequestKey refused = Trial.key();
        assertRefused(registry.send(Trial.building(1), refused), ResultCode.GEOMETRY);
        assertRefused(registry.lookUp(refused), ResultCode.GEOMETRY);
    }

    @Test
    void theSameKeySentAgainIsTheSameWrite() {
        RequestKey key = Trial.key();
        long first = Trial.code(registry.send(Trial.building(1), key));
        assertThat(Trial.code(registry.send(Trial.building(1), key))).isEqualTo(first);
        assertRefused(registry.send(Trial.building(2), key), ResultCode.VALIDATION);
        assertThat(trial.simulator.journal().doubled()).isEmpty();
    }

    @Test
    void readersSeeAWriteOnlyAfterADelay() {
        try (Trial slow = new Trial(SimulatorOptions.onPort(0).withDelay(Duration.ofHours(1)))) {
            long code = Trial.code(slow.registry.send(Trial.building(1), Trial.key()));
            assertThat(Trial.all(page -> slow.registry.list(RegistryList.BUILDINGS, Trial.HERE, page)))
                    .noneMatch(row -> row.code() == code);
            slow.simulator.advance(Duration.ofHours(2));
            assertThat(Trial.all(page -> slow.registry.list(RegistryList.BUILDINGS, Trial.HERE, page)))
                    .anyMatch(row -> row.code() == code);
        }
    }

    @Test
    void aWrongPasswordIsToldAtOnceAndNotTriedAgain() {
        MaksRegistry stranger =
                trial.adapter(MaksSettings.of(trial.simulator.address(), "kentatlas", new Secret("yanlış")));
        assertThatThrownBy(() -> stranger.list(RegistryList.STREETS, Trial.HERE, 1))
                .isInstanceOfSatisfying(
                        RegistryFailure.class,
                        e -> assertThat(e.answer().code()).isEqualTo(ResultCode.AUTH_REFUSED));
        WriteOutcome write = stranger.send(Trial.building(1), Trial.key());
        assertThat(write).isInstanceOf(WriteOutcome.NotDone.class);
        assertThat(trial.pauses).isEmpty();
        assertThat(trial.simulator.journal().entries()).hasSize(2);
    }

    private RegisteredDoor freeDoor() {
        return Trial.all(page -> registry.list(RegistryList.DOORS, Trial.HERE, page)).stream()
                .filter(door -> door.building() == null && door.revision().active())
                .findFirst()
                .orElseThrow();
    }

    private static Retirement retirement(long door, long version) {
        return new Retirement(Level.DOOR, door, version, "arsa birleşti", LocalDate.of(2026, 11, 20));
    }

    private static GivenCodes done(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Done.class);
        return ((WriteOutcome.Done) outcome).codes();
    }

    private static void assertRefused(WriteOutcome outcome, ResultCode code) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(outcome.answer().code()).isEqualTo(code);
        assertThat(outcome.answer().said()).extracting(Remark::saying).isEqualTo(Saying.THEIR_WORDS);
    }
}
