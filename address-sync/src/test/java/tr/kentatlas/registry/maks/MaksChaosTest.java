package tr.kentatlas.registry.maks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.WriteOutcome;
import tr.kentatlas.registry.simulator.FaultMode;
import tr.kentatlas.registry.simulator.FaultRule;
import tr.kentatlas.registry.simulator.SimulatorOptions;

/** A clerk who keeps to the rules of the outcomes loses nothing and doubles nothing, whatever the registry does. */
class MaksChaosTest {
    private static final List<FaultMode> MODES = List.of(
            FaultMode.F07_SOAP_FAULT,
            FaultMode.F07_HTML,
            FaultMode.F07_EMPTY_500,
            FaultMode.F07_EMPTY_200,
            FaultMode.F08_SILENCE,
            FaultMode.F09_LOST_ANSWER,
            FaultMode.F10_TWICE,
            FaultMode.F17_NIL,
            FaultMode.CUT_OFF,
            FaultMode.WINDOWS_1254,
            FaultMode.XML_BOMB,
            FaultMode.UNKNOWN_CODE,
            FaultMode.MISSING_ELEMENT);
    private static final int BUILDINGS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyBuildingIsThereOnceInTheEnd(long seed) {
        SimulatorOptions options = SimulatorOptions.onPort(0)
                .withSeed(seed)
                .withDelay(Duration.ZERO)
                .withQuota(1_000_000);
        try (Trial trial = new Trial(options)) {
            MODES.forEach(mode -> trial.simulator.faults().add(FaultRule.sometimes(mode, FaultRule.ANY, 0.04)));
            MaksRegistry registry = trial.adapter(stubborn(trial));
            List<Long> codes = new ArrayList<>();
            for (int i = 0; i < BUILDINGS; i++) {
                codes.add(insist(registry, i));
            }
            trial.simulator.faults().clear();
            List<Long> there = Trial.all(page -> trial.registry.list(RegistryList.BUILDINGS, Trial.HERE, page)).stream()
                    .filter(row -> "IŞIK APT".equals(row.name()))
                    .map(RegisteredBuilding::code)
                    .toList();
            assertThat(there)
                    .containsExactlyInAnyOrderElementsOf(codes)
                    .hasSize(BUILDINGS)
                    .doesNotHaveDuplicates();
            assertThat(trial.simulator.journal().doubled()).isEmpty();
        }
    }

    /** Never gives up on a registry that fails. */
    private static MaksSettings stubborn(Trial trial) {
        return new MaksSettings(
                trial.simulator.address(),
                "kentatlas",
                new Secret("kentatlas"),
                Duration.ofSeconds(5),
                Duration.ofMillis(400),
                1,
                Duration.ZERO,
                10_000,
                Integer.MAX_VALUE,
                Duration.ZERO);
    }

    private static long insist(MaksRegistry registry, int number) {
        RequestKey key = Trial.key();
        WriteOutcome outcome = registry.send(Trial.building(number), key);
        for (int turn = 0; turn < 200; turn++) {
            switch (outcome) {
                case WriteOutcome.Done done -> {
                    return done.codes().code();
                }
                case WriteOutcome.Uncertain unknown -> outcome = registry.lookUp(key);
                case WriteOutcome.NotDone notDone -> outcome = registry.send(Trial.building(number), key);
                case WriteOutcome.Refused refused -> throw new AssertionError(refused.toString());
            }
        }
        throw new AssertionError("no end: " + outcome);
    }
}
