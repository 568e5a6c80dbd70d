package tr.kentatlas.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.registry.conflict.DecisionRefused;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.pull.NotHeld;
import tr.kentatlas.registry.store.Levels;

class RefusalWordsTest {
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final Words words = Words.ofFiles();

    @Test
    void bothLanguagesSayTheSameThingsWithTheSameValues() throws IOException {
        Properties turkish = file("refusals.properties");
        Properties english = file("refusals_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(turkish.stringPropertyNames());
        for (String key : turkish.stringPropertyNames()) {
            assertThat(values(english, key)).as(key).isEqualTo(values(turkish, key));
            assertThat(english.getProperty(key)).as(key).isNotEqualTo(turkish.getProperty(key));
        }
    }

    @Test
    void valuesAreToldInTheSameLanguageAndNumbersWithoutSeparators() {
        Wording wording = Wording.of("registry.decision.no-active-row", Wording.of("level.door"), 300_000_123L);
        assertThat(words.tell(wording, TURKISH)).isEqualTo("Adres kaydında 300000123 kodlu açık bir kapı yok.");
        assertThat(words.tell(wording, Locale.ENGLISH)).isEqualTo("The registry has no active door 300000123.");
        Wording roles = Wording.of("access.role", List.of(Wording.of("role.steward")), Wording.of("role.none"));
        assertThat(words.tell(roles, TURKISH)).contains("Veri sorumlusu").endsWith("Sizin göreviniz: yok.");
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalOfADecisionHasItsWords(DecisionRefused.Why why) {
        assertSaid("registry.decision." + word(why));
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalOfAHeldReadingHasItsWords(NotHeld.Why why) {
        assertSaid("registry.held." + word(why));
    }

    @Test
    void everyRoleAndLevelHasItsWord() {
        Stream.of(Role.values()).forEach(role -> assertSaid("role." + role.code()));
        Stream.of(Level.values()).forEach(level -> assertSaid("level." + Levels.word(level)));
    }

    private void assertSaid(String key) {
        assertThat(words.tell(new Wording(key, List.of("x", "y")), TURKISH)).isNotBlank();
    }

    private static String word(Enum<?> why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    private static Properties file(String name) throws IOException {
        Properties file = new Properties();
        try (var stream =
                Objects.requireNonNull(RefusalWordsTest.class.getResourceAsStream("/kentatlas/i18n/" + name))) {
            file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return file;
    }
}
