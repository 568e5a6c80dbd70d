package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.registry.maks.MaksSettings;
import tr.kentatlas.spatial.feature.time.CityTime;

class RegistryReadingsTest {
    private static final String NIGHT = "2026-11-23T";

    private final RegistryRun runs =
            new RegistryRun(new StaticListableBeanFactory().getBeanProvider(AddressSync.class), registry());

    @Test
    void whatChangedIsReadAtItsTimeOnceANight() {
        RegistryReadings readings = at("02:30");
        assertThat(isOrdered(readings)).isTrue();
        runs.run(); // fails: there is no city
        assertThat(runs.progress().state()).isEqualTo(RunState.FAILED);
        assertThat(isDueAgain(readings)).isFalse();
    }

    @Test
    void aNightThatWasMissedIsLeftToTheNext() {
        assertThat(isDueAgain(at("03:40"))).isFalse();
        assertThat(isDueAgain(at("02:29"))).isFalse();
    }

    @Test
    void whatIsUnderWayIsWaitedFor() {
        RegistryReadings readings = at("02:31");
        assertThat(isOrdered(readings)).isTrue();
        readings.run();
        assertThat(runs.progress().state()).isEqualTo(RunState.WAITING);
    }

    private RegistryReadings at(String time) {
        Clock clock = Clock.fixed(
                LocalDateTime.parse(NIGHT + time + ":10").atZone(CityTime.ZONE).toInstant(), CityTime.ZONE);
        return new RegistryReadings(runs, Optional.of(LocalTime.of(2, 30)), clock);
    }

    private boolean isOrdered(RegistryReadings readings) {
        readings.run();
        return runs.progress().state() == RunState.WAITING;
    }

    /** What is not due asks the city what was sent, and there is none here. */
    private static boolean isDueAgain(RegistryReadings readings) {
        try {
            readings.run();
            return true;
        } catch (RuntimeException noCity) {
            return false;
        }
    }

    private static ObjectProvider<MaksRegistry> registry() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(
                "registry",
                MaksRegistry.over(MaksSettings.of(URI.create("http://127.0.0.1:1/"), "kent", new Secret("kent"))));
        return beans.getBeanProvider(MaksRegistry.class);
    }
}
