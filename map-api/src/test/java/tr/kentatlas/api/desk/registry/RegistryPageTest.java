package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.page.Browser;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.simulator.CitySeed;
import tr.kentatlas.registry.simulator.RegistrySimulator;
import tr.kentatlas.registry.simulator.SimulatorOptions;

/** The address registry at the desk in a real browser, beside a simulated registry that differs from the city in each way. */
class RegistryPageTest {
    private static final String COPY = "INSERT INTO working.numarataj (tucbs_no, kapi_no, tip, yon, bina, durum, geom)"
            + " SELECT gen_random_uuid(), ?, tip, yon, bina, durum, geom FROM working.numarataj WHERE numarataj_kodu = ?";

    @Test
    void aNumberingOfficerReadsDecidesSendsAndAcceptsAHeldReading() throws Exception {
        SimulatorOptions options = SimulatorOptions.onPort(0).withDelay(Duration.ZERO);
        try (RegistrySimulator simulator = RegistrySimulator.start(options, book -> {})) {
            DeskCity city = DeskCity.with(Map.of(
                    "kent.registry.url", simulator.address(),
                    "kent.registry.user", options.user(),
                    "kent.registry.password", options.password()));
            try (var web = city.web()) {
                CitySeed.of(city.owner(), List.of()).accept(simulator.book());
                disagree(city, simulator);
                browse(city, simulator);
                assertThat(web.isRunning()).isTrue();
                assertThat(city.database()
                                .sql("SELECT DISTINCT decision FROM registry.conflict WHERE decision IS NOT NULL")
                                .query(String.class)
                                .list())
                        .containsExactlyInAnyOrder("accept-remote", "send-local", "link", "ignore");
            }
        }
    }

    /** One conflict at least of each kind the page is used for. */
    private static void disagree(DeskCity city, RegistrySimulator simulator) {
        List<RegisteredDoor> doors = simulator.book().truth().doors().stream()
                .filter(door -> door.revision().active() && door.number().matches("\\d+"))
                .limit(3)
                .toList();
        simulator.book().change(other(simulator, doors.get(0), doors.get(0).code(), "9901"));
        simulator.book().change(other(simulator, doors.get(0), 990_000_001, "9902"));
        for (int i = 2; i < 5; i++)
            simulator.book().change(other(simulator, doors.get(0), 990_000_000 + i, "990" + (i + 1)));
        city.database().sql(COPY).params("9914", doors.get(1).code()).update();
        city.database()
                .sql("INSERT INTO working.numarataj (tucbs_no, kapi_no, geom)"
                        + " SELECT gen_random_uuid(), '9920', geom FROM working.numarataj WHERE numarataj_kodu = ?")
                .param(doors.get(1).code())
                .update();
        long twice = doors.get(2).code();
        city.database().sql(COPY).params(doors.get(2).number(), twice).update();
        city.database()
                .sql("UPDATE working.numarataj SET numarataj_kodu = NULL WHERE numarataj_kodu = ?")
                .param(twice)
                .update();
    }

    private static RegisteredDoor other(RegistrySimulator simulator, RegisteredDoor door, long code, String number) {
        return new RegisteredDoor(
                code,
                door.neighbourhood(),
                door.street(),
                door.side(),
                door.building(),
                door.mainDoor(),
                number,
                door.kind(),
                door.position(),
                Revision.active(simulator.book().nextVersion()));
    }

    private static void browse(DeskCity city, RegistrySimulator simulator) throws Exception {
        DeskCity.Somebody officer = city.somebody(Role.NUMBERING);
        Browser.run(
                "registry",
                city.url(),
                Map.of(
                        "ACCOUNT", officer.account(),
                        "PASSWORD", officer.password(),
                        "CONTROL", simulator.control().toString()));
    }
}
