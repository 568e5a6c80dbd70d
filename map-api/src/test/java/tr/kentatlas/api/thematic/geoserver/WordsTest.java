package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.model.Text;

/** What is said of a GeoServer is said in both languages. */
class WordsTest {
    private static final ResourceBundle TURKISH = ResourceBundle.getBundle("kentatlas/i18n/geoserver", Locale.ROOT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("kentatlas/i18n/geoserver", Locale.ENGLISH);
    private static final Pattern KEY = Pattern.compile("Words\\s*\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void everySentenceIsThereInBothLanguagesAndSaysSomethingElse() {
        assertThat(ENGLISH.keySet()).isEqualTo(TURKISH.keySet());
        for (String key : TURKISH.keySet()) {
            assertThat(TURKISH.getString(key)).as(key).isNotBlank().isNotEqualTo(ENGLISH.getString(key));
        }
    }

    @Test
    void everySentenceTheCodeSaysIsInTheFiles() throws IOException {
        Set<String> said = new TreeSet<>();
        try (var files = Files.list(Path.of("src/main/java/tr/kentatlas/api/thematic/geoserver"))) {
            for (Path file : files.toList()) {
                KEY.matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> said.add(found.group(1)));
            }
        }
        Set<String> known = TURKISH.keySet();
        assertThat(said).hasSizeGreaterThan(30);
        assertThat(said.stream().filter(key -> !key.endsWith(".")).collect(Collectors.toSet()))
                .isSubsetOf(known);
    }

    @Test
    void wordsInsideASentenceAreInItsLanguage() {
        Text told = Words.of("late", "http://g", Words.of("asked.workspaces")).text();
        assertThat(told.tr()).startsWith("http://g adresindeki GeoServer “çalışma alanlarını listele” isteğini");
        assertThat(told.en()).startsWith("GeoServer at http://g did not list workspaces in time");
        Text left = Words.of("left.type", new Text("Bina", "Building"), "bina").text();
        assertThat(left.tr()).startsWith("Bina (bina): ");
        assertThat(left.en()).startsWith("Building (bina): ");
    }

    @Test
    void anAddressWithBracesAndQuotesIsToldAsItIs() {
        assertThat(Words.of("silent", "http://g/{0}'").english()).startsWith("GeoServer at http://g/{0}' does not");
    }
}
