package tr.kentatlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentLinksTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void everyLinkOfADocumentLeadsToAFileOfTheHouse() throws IOException {
        List<String> dead = documents().stream()
                .flatMap(document -> links(document)
                        .filter(link -> !link.matches("[a-z]+:.*"))
                        .filter(link -> !Files.exists(document.resolveSibling(link)))
                        .map(link -> HOUSE.relativize(document) + " → " + link))
                .toList();
        assertThat(dead).isEmpty();
    }

    /** Its first readers shall have it behind them in ten minutes. */
    @Test
    void theArchitectureIsReadInTenMinutes() throws IOException {
        String text =
                LINK.matcher(Files.readString(HOUSE.resolve("ARCHITECTURE.md"))).replaceAll("]");
        assertThat(text.split("\\s+")).hasSizeLessThan(2_000);
    }

    @Test
    void everyClassTheReadmeOfAModuleNamesIsThere() throws IOException {
        Set<String> classes = new HashSet<>();
        List<String> named = new ArrayList<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                files.forEach(file -> classes.add(file.getFileName().toString()));
            }
            NAME.matcher(Files.readString(module.resolve("README.md")))
                    .results()
                    .forEach(found -> named.add(found.group(1) + ".java"));
        }
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(classes).containsAll(named);
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(HOUSE)) {
            return folders.filter(
                            folder -> Files.exists(folder.resolve("README.md")) && Files.exists(folder.resolve("src")))
                    .toList();
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> own = Files.list(HOUSE);
                Stream<Path> docs = Files.walk(HOUSE.resolve("docs"))) {
            List<Path> all = Stream.concat(own, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
            assertThat(all).contains(HOUSE.resolve("ARCHITECTURE.md"), HOUSE.resolve("docs/walks/desk.md"));
            return all;
        }
    }

    private static Stream<String> links(Path document) {
        try {
            return LINK.matcher(Files.readString(document)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
