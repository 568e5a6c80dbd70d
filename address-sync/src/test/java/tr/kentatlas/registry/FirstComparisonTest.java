package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.AddressSync.Reading;
import tr.kentatlas.registry.simulator.CitySeed;
import tr.kentatlas.registry.simulator.RegistrySimulator;
import tr.kentatlas.registry.simulator.SimulatorOptions;
import tr.kentatlas.registry.store.Neighbourhood;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** A whole district and a registry made from it: people are shown what differs, and nothing else. */
class FirstComparisonTest {
    private static final SimulatorOptions OPTIONS = SimulatorOptions.onPort(0)
            .withPageSize(500)
            .withDelay(Duration.ZERO)
            .withQuota(1_000_000);

    @Test
    void whatTheRegistryHasAsTheCityDoesIsNoConflict() {
        PGSimpleDataSource city = PostgisServer.shared().newDatabase();
        new Migrations(city, SyncCity.SRID).migrate();
        new Importer(city, SyncCity.MODEL, SyncCity.SRID).run(SampleCity.of(Size.SMALL, 5), "test", Progress.silent());
        try (RegistrySimulator simulator = RegistrySimulator.start(OPTIONS, CitySeed.of(city, List.of()))) {
            compare(new AddressSync(city, SyncCity.MODEL, SyncCity.SRID), simulator);
        }
        assertThat(JdbcClient.create(city)
                        .sql(
                                "SELECT DISTINCT level || ' ' || jsonb_object_keys(detail) FROM registry.conflict WHERE kind = 'C11'")
                        .query(String.class)
                        .list())
                .as("streets renamed there")
                .containsExactly("street label");
    }

    private static void compare(AddressSync sync, RegistrySimulator simulator) {
        List<Long> codes =
                sync.neighbourhoods().stream().map(Neighbourhood::code).toList();
        sync.pull(SoapCity.registry(simulator.address()), codes, Reading.WHOLE, "test", read -> {}, () -> false);
        sync.compare("test", () -> false);
    }
}
