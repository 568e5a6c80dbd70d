package tr.kentatlas.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "KENT_REGISTRY_URL", "https://kayit.example/adres",
            "KENT_REGISTRY_USER", "kent",
            "KENT_REGISTRY_PASSWORD", "gizli"));

    @Test
    void whereNoAddressIsNamedThereIsNone() {
        environment.put("KENT_REGISTRY_URL", " ");
        assertThat(read()).isEmpty();
        environment.remove("KENT_REGISTRY_URL");
        assertThat(read()).isEmpty();
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(read()).hasValueSatisfying(settings -> {
            assertThat(settings.password().reveal()).isEqualTo("gizli");
            assertThat(settings.toString()).contains("kayit.example").doesNotContain("gizli");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"KENT_REGISTRY_USER", "KENT_REGISTRY_PASSWORD"})
    void anAddressWithoutAnAccountIsAMistake(String missing) {
        environment.remove(missing);
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set all three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kayit.example",
                "ftp://kayit.example/",
                "https://",
                "https://kent:gizli@kayit.example/",
                "https://a b"
            })
    void whatIsNoAddressIsToldWithoutQuotingIt(String url) {
        environment.put("KENT_REGISTRY_URL", url);
        assertThatThrownBy(this::read).hasMessage("KENT_REGISTRY_URL is no address like https://host/path.");
    }

    @Test
    void theTimeOfTheNightsReadingIsATimeOfDayOrThereIsNone() {
        assertThat(RegistrySettings.readAt(environment::get)).isEmpty();
        environment.put("KENT_REGISTRY_READ_AT", " 02:30 ");
        assertThat(RegistrySettings.readAt(environment::get)).contains(LocalTime.of(2, 30));
        environment.put("KENT_REGISTRY_READ_AT", "gece");
        assertThatThrownBy(() -> RegistrySettings.readAt(environment::get)).hasMessageContaining("like 02:30");
    }

    private Optional<RegistrySettings> read() {
        return RegistrySettings.in(environment::get);
    }
}
