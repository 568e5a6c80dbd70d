package tr.kentatlas.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class TitlesTest {
    private static final ResourceBundle TURKISH = ResourceBundle.getBundle("kentatlas/i18n/api", Locale.ROOT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("kentatlas/i18n/api", Locale.ENGLISH);
    private static final Pattern KEY =
            Pattern.compile("[\"{]((?:link|landing|tiles|schema|api|answer|parameter|exchange)\\.[a-z-]+)[\"}]");
    private static final Path API_DEFINITION = Path.of("src/main/resources/kentatlas/ogc/openapi.yaml");

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyTitleIsThereInBothLanguagesAndSaysSomethingElse() {
        assertThat(ENGLISH.keySet()).isEqualTo(TURKISH.keySet());
        for (String key : TURKISH.keySet())
            assertThat(TURKISH.getString(key)).as(key).isNotBlank().isNotEqualTo(ENGLISH.getString(key));
    }

    @Test
    void everyTitleTheCodeSaysIsInTheFilesAndNoOther() throws IOException {
        Set<String> said = new TreeSet<>();
        KEY.matcher(read(API_DEFINITION)).results().forEach(found -> said.add(found.group(1)));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/tr/kentatlas/api"))) {
            for (Path file : files.filter(TitlesTest::saysTitles).toList())
                KEY.matcher(read(file)).results().forEach(found -> said.add(found.group(1)));
        }
        assertThat(said).isEqualTo(new TreeSet<>(TURKISH.keySet()));
    }

    @Test
    void aTitleIsInTheLanguageOfTheRequestWhateverTheMachines() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(Titles.of("api.schema", "Roads")).isEqualTo("Roads: schema");
        LocaleContextHolder.setLocale(Locale.forLanguageTag("tr"));
        assertThat(Titles.of("api.schema", "Yollar")).isEqualTo("Yollar: şema");
    }

    private static boolean saysTitles(Path file) {
        return file.toString().endsWith(".java") && read(file).contains("Titles");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
