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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.kentatlas.api.registry.RegistryWordings;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;

/** What the synchronisation says of its work, in the words of both languages. */
class RemarkWordsTest {
    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    /** Nothing but values and marks. */
    private static final Set<Saying> WORDLESS =
            Set.of(Saying.AS_WRITTEN, Saying.FAILURE, Saying.FAILURE_WITHOUT_WORDS, Saying.HTTP_ANSWER);

    private final Words words = Words.ofFiles();
    private final Properties turkish = file("remarks.properties");
    private final Properties english = file("remarks_en.properties");

    RemarkWordsTest() throws IOException {}

    @ParameterizedTest
    @EnumSource
    void everyRemarkHasItsWordsWithEveryValueInBothLanguages(Saying saying) {
        String key = "remark." + saying.word();
        Set<String> values = IntStream.range(0, saying.takes())
                .mapToObj(n -> "{" + n + "}")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(values(turkish, key)).isEqualTo(values);
        assertThat(values(english, key)).isEqualTo(values);
        assertThat(turkish.getProperty(key).equals(english.getProperty(key))).isEqualTo(WORDLESS.contains(saying));
    }

    @ParameterizedTest
    @EnumSource
    void everyRemarkIsToldWithItsValuesAsTheyAre(Saying saying) {
        List<Object> values = IntStream.range(0, saying.takes())
                .mapToObj(n -> (Object) ("<{0} ' \"" + n + ">"))
                .toList();
        for (Locale language : List.of(TURKISH, Locale.ENGLISH)) {
            String told = words.tell(RegistryWordings.of(new Remark(saying, values)), language);
            assertThat(told).isNotBlank();
            values.forEach(value -> assertThat(told).contains(value.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyResultHasItsWordInBothLanguages(ResultCode code) {
        Wording wording = RegistryWordings.of(code);
        assertThat(words.tell(wording, TURKISH)).isNotBlank().isNotEqualTo(words.tell(wording, Locale.ENGLISH));
    }

    @Test
    void noWordsAreLeftThatNothingSays() {
        Set<String> said = Stream.of(
                        Stream.of(Saying.values()).map(saying -> "remark." + saying.word()),
                        Stream.of(ResultCode.values())
                                .map(code -> RegistryWordings.of(code).key()),
                        Stream.of("registry.run.failed-at", "registry.run.broke"))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
        assertThat(keys(turkish)).isEqualTo(said);
        assertThat(keys(english)).isEqualTo(said);
    }

    @Test
    void remarksWithinRemarksAndTheRegistrysOwnWordsAreToldInOneLanguage() {
        Remark failure = Remark.of(Saying.FAILURE, ResultCode.BUSY_RETRY, Remark.theirs("meşgul {0}, 'bekle'"));
        Wording wording = RegistryWordings.of(Remark.of(Saying.NOT_ANSWERING, failure));
        assertThat(words.tell(wording, TURKISH))
                .endsWith("Son sorun: UAVT meşgul: UAVT’nin yanıtı: “meşgul {0}, 'bekle'”");
        assertThat(words.tell(wording, Locale.ENGLISH))
                .endsWith("trouble: The registry is busy: The registry answered: “meşgul {0}, 'bekle'”");
        Wording waits = RegistryWordings.of(Remark.of(Saying.WAITS_FOR, Level.STREET, 1_700_000L));
        assertThat(words.tell(waits, TURKISH)).isEqualTo("Önce bağlı olduğu yol UAVT’ye girmeli (1700000).");
    }

    /** The work list's words are looked for by {@link RefusalKeysTest}. */
    private static Set<String> keys(Properties file) {
        return file.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("worklist."))
                .collect(Collectors.toSet());
    }

    private static Set<String> values(Properties file, String key) {
        return Pattern.compile("\\{\\d}")
                .matcher(Objects.requireNonNull(file.getProperty(key), key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties file(String name) throws IOException {
        Properties file = new Properties();
        try (var stream = Objects.requireNonNull(Words.class.getResourceAsStream("/kentatlas/i18n/" + name))) {
            file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return file;
    }
}
