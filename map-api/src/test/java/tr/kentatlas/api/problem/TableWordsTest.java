package tr.kentatlas.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.kentatlas.spatial.planning.statistics.CountingRule;
import tr.kentatlas.spatial.planning.walk.ServiceArea.Outcome;

/** The words of the files of planning's answers; that each is there when it is asked for, the tests of the files themselves show. */
class TableWordsTest {
    private final Words words = Words.ofFiles();

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(file("tables_en.properties").keySet())
                .isEqualTo(file("tables.properties").keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeOfAWalkHasItsWord(Outcome outcome) {
        assertThat(words.tell(Wording.of("addresses.outcome." + outcome.word()), Locale.of("tr")))
                .isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleOfCountingHasItsWord(CountingRule rule) {
        assertThat(words.tell(Wording.of("statistics.rule." + rule.word()), Locale.of("tr")))
                .isNotBlank();
    }

    private static Properties file(String name) throws IOException {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of("../data/i18n", name), StandardCharsets.UTF_8)) {
            read.load(text);
        }
        return read;
    }
}
