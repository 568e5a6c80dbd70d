package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tr.kentatlas.registry.Clerk.Policy;
import tr.kentatlas.registry.simulator.FaultMode;
import tr.kentatlas.registry.simulator.FaultRule;
import tr.kentatlas.testsupport.Child;

/**
 * The same promise as {@link ConvergenceTest} through real SOAP, with every fault of the wire, while the synchronisation is killed at
 * drawn moments and begun anew.
 */
class SoapConvergenceTest {
    private static final int KILLS = 3;
    private static final List<FaultMode> MODES = List.of(
            FaultMode.F07_SOAP_FAULT,
            FaultMode.F07_HTML,
            FaultMode.F07_EMPTY_500,
            FaultMode.F07_EMPTY_200,
            FaultMode.F08_SILENCE,
            FaultMode.F09_LOST_ANSWER,
            FaultMode.F10_TWICE,
            FaultMode.F11_DRIFT,
            FaultMode.F17_NIL,
            FaultMode.F17_EMPTY,
            FaultMode.F20_MASS_RETIRE,
            FaultMode.CUT_OFF);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("kent.soap.seeds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSidesAgreeOnceTheFaultsStopHoweverOftenItWasKilled(long seed) throws Exception {
        try (SoapCity soap = new SoapCity(seed)) {
            Sync sync = soap.sync();
            Clerk clerk = new Clerk(sync, seed, Policy.KEEP_EVERYTHING);
            LocalMess local = new LocalMess(soap.city, seed);
            Random dice = new Random(seed);
            soap.settle(sync, clerk);
            Agreement agreement = new Agreement(soap.city, soap::truth);
            MODES.forEach(mode -> soap.simulator.faults().add(FaultRule.sometimes(mode, FaultRule.ANY, 0.01)));
            for (int kill = 0; kill < KILLS; kill++) {
                for (int i = 0; i < 4; i++) local.one();
                soap.changeFloors(dice.nextInt(100), 1 + dice.nextInt(9));
                soap.renumber(dice.nextInt(100), 9_000 + kill);
                synchroniseAndKill(soap, seed + kill, dice.nextInt(4_000));
            }
            soap.simulator.faults().clear();
            soap.settle(sync, clerk);
            agreement.assertEqualSides();
            agreement.assertNoDoorIsMissing();
            assertThat(soap.simulator.journal().doubled()).isEmpty();
        }
    }

    private static void synchroniseAndKill(SoapCity soap, long seed, int afterMillis) throws Exception {
        String registry = soap.simulator.address().toString();
        Process process = Child.over(soap.city.server, SyncProcess.class, registry, Long.toString(seed))
                .start();
        try (BufferedReader told = process.inputReader()) {
            assertThat(told.readLine()).isEqualTo("running");
            assertThat(process.waitFor(afterMillis, TimeUnit.MILLISECONDS))
                    .as("it runs until it is killed")
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
