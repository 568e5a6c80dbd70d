package tr.kentatlas.registry.maks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.RegistryPage;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.simulator.FaultMode;
import tr.kentatlas.registry.simulator.FaultRule;
import tr.kentatlas.registry.simulator.Journal.Effect;
import tr.kentatlas.registry.simulator.SimulatorOptions;

/** What the registry does wrong is told clearly, loses nothing and doubles nothing. */
class MaksFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Trial trial = Trial.plain();
    private final MaksRegistry registry = trial.registry;

    @AfterEach
    void stop() {
        trial.close();
    }

    private void fault(FaultRule rule) {
        trial.simulator.faults().add(rule);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"F07_SOAP_FAULT", "F07_HTML", "F07_EMPTY_500", "F07_EMPTY_200", "CUT_OFF"})
    void aReadIsTriedAgainWhenTheRegistryIsIll(FaultMode mode) {
        fault(new FaultRule(mode, "NumaratajListele", 1, 2, 1));
        assertThat(registry.list(RegistryList.DOORS, Trial.HERE, 1).rows()).hasSize(7);
        assertThat(trial.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"F07_SOAP_FAULT", "F07_HTML", "F07_EMPTY_500", "F07_EMPTY_200", "CUT_OFF"})
    void aReadOfARegistryThatStaysIllIsAnOutage(FaultMode mode) {
        fault(FaultRule.always(mode, FaultRule.ANY));
        assertThat(failure(() -> registry.list(RegistryList.DOORS, Trial.HERE, 1)))
                .isEqualTo(ResultCode.OUTAGE);
        assertThat(trial.simulator.journal().entries()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"WINDOWS_1254", "XML_BOMB", "MISSING_ELEMENT"})
    void aMessageOfAnotherContractIsToldAndNotTriedAgain(FaultMode mode) {
        fault(FaultRule.always(mode, FaultRule.ANY));
        assertThat(failure(() -> registry.neighbourhoods(1101, 1))).isEqualTo(ResultCode.CONTRACT_CHANGED);
        assertThat(trial.pauses).isEmpty();
    }

    @Test
    void whatWentWrongIsTold() {
        fault(FaultRule.once(FaultMode.WINDOWS_1254, FaultRule.ANY));
        assertThatThrownBy(() -> registry.neighbourhoods(1101, 1)).hasMessageContaining("other-encoding");
        fault(FaultRule.once(FaultMode.XML_BOMB, FaultRule.ANY));
        assertThatThrownBy(() -> registry.list(RegistryList.DOORS, Trial.HERE, 1))
                .hasMessageContaining("document-type");
        MaksRegistry once = trial.adapter(trial.settings().trying(1, Duration.ZERO));
        fault(FaultRule.once(FaultMode.F07_HTML, FaultRule.ANY));
        assertThatThrownBy(() -> once.list(RegistryList.DOORS, Trial.HERE, 1))
                .hasMessageContaining("html-page")
                .hasMessageContaining("502");
        fault(FaultRule.once(FaultMode.CUT_OFF, FaultRule.ANY));
        assertThatThrownBy(() -> once.list(RegistryList.DOORS, Trial.HERE, 1)).hasMessageContaining("breaks-off");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {
                "F10_TWICE",
                "F11_DRIFT",
                "F17_NIL",
                "F17_EMPTY",
                "F20_MASS_RETIRE",
                "F08_SILENCE",
                "F09_LOST_ANSWER"
            },
            mode = Mode.EXCLUDE)
    void aWriteWithoutAReadableAnswerIsUncertainAndNeverSentAgain(FaultMode mode) {
        RequestKey key = Trial.key();
        fault(FaultRule.once(mode, "YapiKaydet"));
        WriteOutcome outcome = registry.send(Trial.building(1), key);
        assertThat(outcome).isInstanceOf(WriteOutcome.Uncertain.class);
        assertThat(trial.simulator.journal().entries()).hasSize(1);
        boolean carriedOut = trial.simulator.journal().entries().getFirst().effect() == Effect.CHANGED;
        assertThat(registry.lookUp(key))
                .isInstanceOf(carriedOut ? WriteOutcome.Done.class : WriteOutcome.NotDone.class);
    }

    @Test
    void anAnswerLostAfterTheWriteIsUncertainUntilItIsLookedUp() {
        MaksRegistry hasty = trial.adapter(trial.settings().waiting(SHORT));
        RequestKey key = Trial.key();
        fault(FaultRule.once(FaultMode.F09_LOST_ANSWER, "YapiKaydet"));
        assertThat(hasty.send(Trial.building(1), key)).isInstanceOf(WriteOutcome.Uncertain.class);
        long code = Trial.code(registry.lookUp(key));
        assertThat(Trial.all(page -> registry.list(RegistryList.BUILDINGS, Trial.HERE, page)))
                .filteredOn(row -> "IŞIK APT".equals(row.name()))
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo(code));
        assertThat(trial.simulator.journal().doubled()).isEmpty();
    }

    @Test
    void silenceBeforeTheWriteIsUncertainAndTheLookUpSaysItNeverArrived() {
        MaksRegistry hasty = trial.adapter(trial.settings().waiting(SHORT));
        RequestKey key = Trial.key();
        fault(FaultRule.once(FaultMode.F08_SILENCE, "YapiKaydet"));
        assertThat(hasty.send(Trial.building(1), key)).isInstanceOf(WriteOutcome.Uncertain.class);
        assertThat(registry.lookUp(key).answer().code()).isEqualTo(ResultCode.NOT_FOUND);
        assertThat(Trial.code(registry.send(Trial.building(1), key))).isPositive();
    }

    @Test
    void aWriteDeliveredTwiceIsOneRow() {
        fault(FaultRule.once(FaultMode.F10_TWICE, "YapiKaydet"));
        long code = Trial.code(registry.send(Trial.building(1), Trial.key()));
        assertThat(trial.simulator.journal().entries())
                .extracting(entry -> entry.effect())
                .containsExactly(Effect.CHANGED, Effect.NOTHING);
        assertThat(Trial.all(page -> registry.list(RegistryList.BUILDINGS, Trial.HERE, page)))
                .filteredOn(row -> "IŞIK APT".equals(row.name()))
                .extracting(row -> row.code())
                .containsExactly(code);
    }

    @Test
    void aDriftingListShowsItselfByItsPages() {
        List<RegisteredDoor> calm = Trial.all(page -> registry.list(RegistryList.DOORS, Trial.HERE, page));
        fault(FaultRule.always(FaultMode.F11_DRIFT, "NumaratajListele"));
        List<RegisteredDoor> drifting = Trial.all(page -> registry.list(RegistryList.DOORS, Trial.HERE, page));
        assertThat(drifting).isNotEqualTo(calm);
        assertThat(new LinkedHashSet<>(drifting)).hasSizeLessThan(drifting.size());
        trial.simulator.faults().clear();
        assertThat(Trial.all(page -> registry.list(RegistryList.DOORS, Trial.HERE, page)))
                .isEqualTo(calm);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"F17_NIL", "F17_EMPTY"})
    void nilEmptyAndMissingAreTheSame(FaultMode mode) {
        RegistryPage<RegisteredDoor> missing = registry.list(RegistryList.DOORS, Trial.HERE, 1);
        fault(FaultRule.always(mode, FaultRule.ANY));
        assertThat(registry.list(RegistryList.DOORS, Trial.HERE, 1)).isEqualTo(missing);
        assertThat(registry.list(RegistryList.UNITS, Trial.HERE, 1).faults()).isEmpty();
        assertThat(registry.send(Trial.building(1), Trial.key())).isInstanceOf(WriteOutcome.Done.class);
    }

    @Test
    void aBadFeedRetiresHalfOfAllRowsAndTheTruthStays() {
        fault(FaultRule.once(FaultMode.F20_MASS_RETIRE, "NumaratajListele"));
        assertThat(registry.list(RegistryList.DOORS, Trial.HERE, 1).rows())
                .filteredOn(door -> !door.revision().active())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(trial.simulator.book().truth().doors())
                .filteredOn(door -> door.revision().active())
                .hasSizeGreaterThan(150);
    }

    @Test
    void aResultNobodyKnowsIsNeverASuccess() {
        fault(FaultRule.once(FaultMode.UNKNOWN_CODE, "CsbmListele"));
        assertThat(failure(() -> registry.list(RegistryList.STREETS, Trial.HERE, 1)))
                .isEqualTo(ResultCode.UNKNOWN);
    }

    @Test
    void aRegistryThatCannotBeReachedHasSurelyDoneNothing() {
        URI nobody = URI.create("http://127.0.0.1:9/adres-kayit");
        MaksRegistry registry = trial.adapter(MaksSettings.of(nobody, "kentatlas", new Secret("kentatlas")));
        WriteOutcome outcome = registry.send(Trial.building(1), Trial.key());
        assertThat(outcome).isInstanceOf(WriteOutcome.NotDone.class);
        assertThat(outcome.answer().code()).isEqualTo(ResultCode.OUTAGE);
        assertThat(registry.lookUp(Trial.key())).isInstanceOf(WriteOutcome.Uncertain.class);
    }

    @Test
    void aBusyRegistryIsAskedLater() {
        try (Trial busy = new Trial(SimulatorOptions.onPort(0).withQuota(0))) {
            WriteOutcome outcome = busy.registry.send(Trial.building(1), Trial.key());
            assertThat(outcome).isInstanceOf(WriteOutcome.NotDone.class);
            assertThat(outcome.answer().code()).isEqualTo(ResultCode.BUSY_RETRY);
            assertThat(failure(() -> busy.registry.list(RegistryList.STREETS, Trial.HERE, 1)))
                    .isEqualTo(ResultCode.BUSY_RETRY);
            assertThat(busy.pauses).hasSize(2);
            assertThat(busy.simulator.journal().entries()).isEmpty();
        }
    }

    @Test
    void afterFiveFailuresInARowNobodyCallsForAWhile() {
        MaksRegistry once = trial.adapter(trial.settings().trying(1, Duration.ZERO));
        fault(FaultRule.always(FaultMode.F07_EMPTY_500, FaultRule.ANY));
        for (int i = 0; i < 8; i++) {
            assertThat(failure(() -> once.list(RegistryList.STREETS, Trial.HERE, 1)))
                    .isEqualTo(ResultCode.OUTAGE);
        }
        assertThat(trial.simulator.journal().entries()).hasSize(5);
        assertThat(once.send(Trial.building(1), Trial.key())).isInstanceOf(WriteOutcome.NotDone.class);
    }

    @Test
    void whoIsToldOfTheRestIsToldWhatLedToIt() {
        MaksRegistry once = trial.adapter(trial.settings().trying(1, Duration.ZERO));
        fault(FaultRule.always(FaultMode.F07_HTML, FaultRule.ANY));
        for (int i = 0; i < 6; i++) failure(() -> once.list(RegistryList.STREETS, Trial.HERE, 1));
        assertThatThrownBy(() -> once.list(RegistryList.STREETS, Trial.HERE, 1))
                .hasMessageContainingAll("resting-after", "http-answer[502", "html-page");
        assertThat(once.send(Trial.building(1), Trial.key()).answer().said())
                .asString()
                .contains("html-page");
    }

    @Test
    void aRegistryNobodyListensForIsToldAsSuchAlsoWhileItRests() {
        URI nobody = URI.create("http://127.0.0.1:9/adres-kayit");
        MaksRegistry registry = trial.adapter(MaksSettings.of(nobody, "kentatlas", new Secret("kentatlas")));
        for (int i = 0; i < 3; i++) failure(() -> registry.highestVersion(Trial.HERE));
        assertThatThrownBy(() -> registry.highestVersion(Trial.HERE))
                .hasMessageContaining("resting-after[unreachable]");
    }

    private static ResultCode failure(ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(RegistryFailure.class);
        return ((RegistryFailure) thrown).answer().code();
    }
}
