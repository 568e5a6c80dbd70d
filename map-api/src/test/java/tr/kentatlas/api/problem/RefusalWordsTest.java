package tr.kentatlas.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.Text;

class RefusalWordsTest {
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final Words words = Words.ofFiles();

    @Test
    void bothLanguagesSayTheSameThingsWithTheSameValues() throws IOException {
        Properties turkish = RefusalFiles.turkish();
        Properties english = RefusalFiles.english();
        assertThat(english.stringPropertyNames()).isEqualTo(turkish.stringPropertyNames());
        for (String key : turkish.stringPropertyNames()) {
            assertThat(values(english, key)).as(key).isEqualTo(values(turkish, key));
            assertThat(english.getProperty(key)).as(key).isNotEqualTo(turkish.getProperty(key));
        }
    }

    @Test
    void valuesAreToldInTheSameLanguageAndNumbersWithoutSeparators() {
        Wording wording = Wording.of("registry.verdict.no-active-row", Wording.of("level.door"), 300_000_123L);
        assertThat(words.tell(wording, TURKISH)).isEqualTo("UAVT’de 300000123 kodlu açık bir kapı yok.");
        assertThat(words.tell(wording, Locale.ENGLISH)).isEqualTo("The registry has no active door 300000123.");
        Wording roles = Wording.of("access.role", List.of(Wording.of("role.steward")), Wording.of("role.none"));
        assertThat(words.tell(roles, TURKISH)).contains("Veri sorumlusu").endsWith("Sizin göreviniz: yok.");
    }

    @Test
    void aFaultOfAFilterIsToldWithItsPlaceInBothLanguages() {
        Problem problem = Problem.invalid("filter", ValueWordings.of(refused("kat LIKE 5")));
        assertThat(words.tell(problem, TURKISH))
                .isEqualTo("filter: 10. karakter: metin ya da öznitelik bekleniyordu, bulunan: sayı");
        assertThat(words.tell(problem, Locale.ENGLISH))
                .isEqualTo("filter: position 10: expected a text or a property, found a number");
    }

    @Test
    void whatAReaderDidNotExplainIsToldWithoutItsMessage() {
        Wording wording = ValueWordings.of(new NumberFormatException("For input string: \"on\""));
        assertThat(words.tell(wording, TURKISH)).isEqualTo("bu değer okunamıyor");
    }

    @Test
    void whatIsSaidOfAGeoServerHasItsWordsAndTextsInOneLanguage() {
        Wording late = Wording.of("geoserver.late", "http://g/{0}'", Wording.of("geoserver.asked.workspaces"));
        Text told = words.text(late);
        assertThat(told.tr()).startsWith("http://g/{0}' adresindeki GeoServer “çalışma alanlarını listele” isteğini");
        assertThat(told.en()).startsWith("GeoServer at http://g/{0}' did not list workspaces in time");
        Text left = words.text(Wording.of("geoserver.left.type", new Text("Bina", "Building"), "bina"));
        assertThat(left.tr()).startsWith("Bina (bina): ");
        assertThat(left.en()).startsWith("Building (bina): ");
    }

    private static IllegalArgumentException refused(String filter) {
        return catchThrowableOfType(IllegalArgumentException.class, () -> Cql2Text.parse(filter));
    }

    private static Set<String> values(Properties file, String key) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d}")
                .matcher(Objects.requireNonNull(file.getProperty(key)))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }
}
