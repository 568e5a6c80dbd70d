package tr.kentatlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators can set is what docs/settings.md names, and nothing else. */
class SettingsTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("KENT(?:_[A-Z]+)+");
    private static final Pattern PROPERTY = Pattern.compile("(?:\"|\\$\\{)(kent\\.[a-z][a-z.-]*[a-z])[\":}]");
    /** The launcher, or the program itself, sets them; two are the names of cookies. */
    private static final Set<String> OWN = Set.of(
            "KENT_DESK",
            "KENT_SET_OUT",
            "KENT_LOG",
            "KENT_TTY",
            "KENT_TILES_FOLDER",
            "KENT_SEARCH_FOLDER",
            "KENT_EXCHANGE_FOLDER");

    @Test
    void everySettingIsToldAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>(named(Files.readString(HOUSE.resolve("kent"))));
        for (String module : List.of("map-api", "spatial-core", "address-sync", "cluster")) {
            for (Path source : sources(HOUSE.resolve(module).resolve("src/main/java"))) {
                String text = Files.readString(source);
                read.addAll(named(text));
                PROPERTY.matcher(text).results().forEach(found -> read.add(variable(found.group(1))));
            }
        }
        read.removeAll(OWN);
        assertThat(named(Files.readString(HOUSE.resolve("docs/settings.md")))).isEqualTo(read);
    }

    private static Set<String> named(String text) {
        Set<String> names = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
