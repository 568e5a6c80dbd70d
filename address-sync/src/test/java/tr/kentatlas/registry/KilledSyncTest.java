package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tr.kentatlas.testsupport.Child;

class KilledSyncTest {
    private static final int KILLS = 4;

    @Test
    void aSynchronisationKilledAgainAndAgainLosesAndDoublesNothing() throws Exception {
        Random dice = new Random(7);
        try (SoapCity soap = new SoapCity(7)) {
            for (int kill = 0; kill < KILLS; kill++) {
                newHouses(soap.city, kill);
                String registry = soap.simulator.address().toString();
                Process process = Child.over(soap.city.server, SyncProcess.class, registry, Long.toString(kill))
                        .start();
                try (BufferedReader told = process.inputReader()) {
                    assertThat(told.readLine()).isEqualTo("running");
                    boolean ended = process.waitFor(300 + dice.nextInt(1500), TimeUnit.MILLISECONDS);
                    assertThat(ended).as("it runs until it is killed").isFalse();
                    process.destroyForcibly().waitFor();
                }
            }
            Sync sync = soap.sync();
            soap.settle(sync, new Clerk(sync, 7, Clerk.Policy.KEEP_EVERYTHING));
            SoapConvergenceTest.assertEqual(soap);
            assertThat(soap.city.count("working.numarataj WHERE kapi_no LIKE '8__'"))
                    .isEqualTo(KILLS * 3);
        }
    }

    private static void newHouses(SyncCity city, int kill) {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj ORDER BY kapi_no LIMIT 1")
                .query(UUID.class)
                .single();
        for (int i = 0; i < 3; i++) city.house(side, "8" + kill + i, 2);
    }
}
