package tr.kentatlas.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.exchange.agreement.Standing;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.pull.NotHeld;
import tr.kentatlas.registry.push.OutboxEntry;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;
import tr.kentatlas.spatial.release.ReleaseRefused;

/** The sources and the message files name the same keys: a key is written whole where it is used, or made of an enum. */
class RefusalKeysTest {
    /** Whatever takes a key does so as its first or second argument. */
    private static final Pattern USED = Pattern.compile(
            "(?:Wording\\.of|Problem\\.invalid|new ValueRefused|[fF]aults?(?:\\.add)?|\\badd|refused)\\(\\s*(?:[^;\"]*?(?:\"[^\"]*\"[^;\",]*)?,\\s*)?"
                    + "\"([a-z]+\\.[a-z0-9.-]*[a-z0-9])\"");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-z0-9.-]+)\"");
    private static final Set<String> FRAMEWORK = Set.of("title", "problemDetail");

    private static List<String> sources = List.of();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(RefusalKeysTest::text)
                    .toList();
        }
    }

    @Test
    void everyKeyTheSourcesUseHasItsWords() throws IOException {
        Set<String> used = found(USED);
        assertThat(used).hasSizeGreaterThan(150);
        assertThat(keys()).containsAll(used);
        assertThat(keys()).containsAll(made());
    }

    @Test
    void everyKeyOfTheFilesIsUsed() throws IOException {
        Set<String> unused = keys();
        unused.removeAll(found(LITERAL));
        unused.removeAll(made());
        unused.removeIf(key -> FRAMEWORK.contains(area(key)));
        assertThat(unused).isEmpty();
    }

    /** An operator sets variables; what they are called among the application's settings leads nowhere. */
    @Test
    void noSentenceNamesASettingByAnotherNameThanItsVariable() throws IOException {
        for (Properties sentences : List.of(RefusalFiles.turkish(), RefusalFiles.english()))
            assertThat(sentences.values())
                    .noneMatch(sentence -> sentence.toString().matches(".*\\bkent\\.[a-z].*"));
    }

    @Test
    void everyPhraseTellsAllItsValuesAndNoOthers() throws IOException {
        Properties turkish = RefusalFiles.turkish();
        for (Phrase phrase : Phrase.values()) {
            String sentence = Objects.requireNonNull(turkish.getProperty("question." + phrase.word()));
            Set<Integer> told = Pattern.compile("\\{(\\d+)}")
                    .matcher(sentence)
                    .results()
                    .map(value -> Integer.valueOf(value.group(1)))
                    .collect(Collectors.toSet());
            assertThat(told)
                    .as(sentence)
                    .isEqualTo(IntStream.range(0, phrase.takes()).boxed().collect(Collectors.toSet()));
        }
    }

    private static Set<String> made() {
        return Stream.of(
                        Stream.of(Phrase.values()).map(phrase -> "question." + phrase.word()),
                        Stream.of(ShapeFault.values()).map(fault -> "shape." + fault.word()),
                        Stream.of(VerdictRefused.Why.values()).map(why -> "registry.verdict." + why.word()),
                        Stream.of(NotHeld.Why.values()).map(why -> "registry.held." + why.word()),
                        Stream.of(Saying.values()).map(saying -> "remark." + saying.word()),
                        Stream.of(ResultCode.values()).map(code -> "result." + code.word()),
                        Stream.of(ReleaseRefused.Why.values()).map(why -> "release.refused." + why.word()),
                        Stream.of(Severity.values()).map(severity -> "release.severity." + severity.word()),
                        Stream.of(Approval.values()).map(body -> "release.body." + body.word()),
                        Stream.of(Role.values()).map(role -> "role." + role.word()),
                        Stream.of(OutboxEntry.Kind.values()).map(kind -> "worklist.action." + kind.word()),
                        Stream.of(Level.values()).map(level -> "level." + level.word()),
                        Stream.of(Standing.State.values()).map(state -> "agreement.state." + state.word()),
                        FaultText.KNOWN.stream().map(code -> "fault." + code))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) {
        return sources.stream()
                .flatMap(source -> pattern.matcher(source).results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>(RefusalFiles.turkish().stringPropertyNames());
        keys.addAll(RefusalFiles.remarks().stringPropertyNames());
        return keys;
    }

    private static String area(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
