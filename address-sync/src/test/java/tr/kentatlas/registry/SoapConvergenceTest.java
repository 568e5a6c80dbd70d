package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tr.kentatlas.registry.Clerk.Policy;
import tr.kentatlas.registry.simulator.FaultMode;
import tr.kentatlas.registry.simulator.FaultRule;

/** The same promise as {@link ConvergenceTest} through real SOAP with the faults of the wire. */
class SoapConvergenceTest {
    private static final List<FaultMode> MODES = List.of(
            FaultMode.F07_SOAP_FAULT,
            FaultMode.F07_HTML,
            FaultMode.F07_EMPTY_500,
            FaultMode.F07_EMPTY_200,
            FaultMode.F09_LOST_ANSWER,
            FaultMode.F10_TWICE,
            FaultMode.F11_DRIFT,
            FaultMode.F17_NIL,
            FaultMode.F17_EMPTY,
            FaultMode.CUT_OFF);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("kent.soap.seeds", 5));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSidesAgreeOnceTheFaultsStop(long seed) {
        try (SoapCity soap = new SoapCity(seed)) {
            Sync sync = soap.sync();
            Clerk clerk = new Clerk(sync, seed, Policy.KEEP_EVERYTHING);
            LocalMess local = new LocalMess(soap.city, seed);
            Random dice = new Random(seed);
            soap.settle(sync, clerk);
            MODES.forEach(mode -> soap.simulator.faults().add(FaultRule.sometimes(mode, FaultRule.ANY, 0.02)));
            for (int round = 0; round < 3; round++) {
                local.one();
                local.one();
                soap.changeFloors(dice.nextInt(100), 1 + dice.nextInt(9));
                SoapCity.round(sync, clerk);
            }
            soap.simulator.faults().clear();
            soap.settle(sync, clerk);
            assertEqual(soap);
        }
    }

    static void assertEqual(SoapCity soap) {
        assertThat(soap.simulator.journal().doubled()).isEmpty();
        assertThat(soap.truth().doors().stream()
                        .filter(d -> d.revision().active())
                        .count())
                .isEqualTo(soap.city.count("registry.local WHERE level = 'door'"));
        assertThat(soap.truth().units().stream()
                        .filter(u -> u.revision().active())
                        .count())
                .isEqualTo(soap.city.count("registry.local WHERE level = 'unit'"));
        assertThat(soap.truth().buildings().stream()
                        .filter(b -> b.revision().active())
                        .count())
                .isEqualTo(soap.city.count("registry.local WHERE level = 'building'"));
        assertThat(soap.truth().streets().stream()
                        .filter(s -> s.revision().active())
                        .count())
                .isEqualTo(soap.city.count("registry.local WHERE level = 'street'"));
        assertThat(
                        soap.city.count(
                                "registry.local l WHERE NOT EXISTS (SELECT FROM registry.link k JOIN registry.entry e"
                                        + " USING (level, code) WHERE k.ended_at IS NULL AND e.active AND k.level = l.level AND k.local = l.id)"))
                .isZero();
    }
}
