package tr.kentatlas.registry.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

class CitySeedTest {
    private static final int SRID = 5255;
    private static PGSimpleDataSource city;
    private static JdbcClient jdbc;

    @BeforeAll
    static void load() {
        city = PostgisServer.shared().newDatabase();
        new Migrations(city, SRID).migrate();
        new Importer(city, ModelReader.read(), SRID).run(SampleCity.of(Size.SMALL, 5), "test", Progress.silent());
        jdbc = JdbcClient.create(city);
    }

    @Test
    void theRegistryKnowsTheCityButForAFewDifferences() {
        RegistryBook.Content truth = truth(List.of());
        int doors = count("numarataj");
        assertThat(truth.doors()).hasSizeBetween(doors * 98 / 100, doors * 102 / 100);
        assertThat(truth.units()).hasSizeBetween(count("bagimsiz_bolum") * 96 / 100, count("bagimsiz_bolum"));
        assertThat(truth.streets()).hasSizeGreaterThanOrEqualTo(count("yol") * 9 / 10);
        assertThat(truth.neighbourhoods()).hasSizeGreaterThan(2);
        Set<Long> known = Set.copyOf(jdbc.sql("SELECT numarataj_kodu FROM working.numarataj")
                .query(Long.class)
                .list());
        Set<Long> registered = truth.doors().stream().map(RegisteredDoor::code).collect(Collectors.toSet());
        assertThat(registered).anyMatch(code -> !known.contains(code));
        assertThat(known).anyMatch(code -> !registered.contains(code));
        assertThat(truth.doors()).anyMatch(door -> !door.revision().active());
        assertThat(truth.streets()).anyMatch(street -> street.name().startsWith("YENİ "));
    }

    @Test
    void everyDoorHangsOnAStreetOfItsNeighbourhoodAndLiesInTurkey() {
        RegistryBook.Content truth = truth(List.of());
        var streets = truth.streets().stream().collect(Collectors.toMap(s -> s.code(), s -> s));
        assertThat(truth.doors()).allSatisfy(door -> {
            var street = Objects.requireNonNull(streets.get(door.street()));
            assertThat(street.neighbourhood()).isEqualTo(door.neighbourhood());
            assertThat(street.sides()).anyMatch(side -> Objects.equals(side.code(), door.side()));
            assertThat(Objects.requireNonNull(door.position()).getX()).isBetween(25.0, 45.0);
            assertThat(door.position().getY()).isBetween(35.0, 43.0);
        });
    }

    @Test
    void someNeighbourhoodsMayBeEnoughAndTheSeedRepeats() {
        long one = truth(List.of()).neighbourhoods().getFirst().code();
        RegistryBook.Content part = truth(List.of(one));
        assertThat(part.neighbourhoods())
                .extracting(RegisteredNeighbourhood::code)
                .containsExactly(one);
        assertThat(part.doors()).isNotEmpty().allMatch(door -> door.neighbourhood() == one);
        assertThat(truth(List.of(one))).isEqualTo(part);
    }

    private static RegistryBook.Content truth(List<Long> neighbourhoods) {
        try (RegistrySimulator simulator =
                RegistrySimulator.start(SimulatorOptions.onPort(0), CitySeed.of(city, neighbourhoods))) {
            return simulator.book().truth();
        }
    }

    private static int count(String type) {
        return jdbc.sql("SELECT count(*) FROM working." + type)
                .query(Integer.class)
                .single();
    }
}
