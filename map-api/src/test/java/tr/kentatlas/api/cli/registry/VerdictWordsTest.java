package tr.kentatlas.api.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;

/** What a decision does to each kind of conflict is told thrice: when it is done, in the help, and at the desk. */
class VerdictWordsTest {
    private static final Map<ConflictKind, String> ACCEPTED = new EnumMap<>(Map.of(
            ConflictKind.C03, "add",
            ConflictKind.C04, "end",
            ConflictKind.C11, "take",
            ConflictKind.C15, "end",
            ConflictKind.C22, "take"));
    private static final Map<ConflictKind, String> SENT = new EnumMap<>(Map.of(
            ConflictKind.C03, "retired",
            ConflictKind.C04, "add",
            ConflictKind.C11, "change",
            ConflictKind.C15, "add",
            ConflictKind.C22, "change"));

    @Test
    void acceptingTheRegistrysIsToldAlikeEverywhere() throws IOException {
        assertToldAlike(ACCEPTED, new Verdict.AcceptRemote("x"), "accept");
    }

    @Test
    void sendingOursIsToldAlikeEverywhere() throws IOException {
        assertToldAlike(SENT, new Verdict.SendLocal("x"), "send");
    }

    @Test
    void theDeskKnowsEveryKind() throws IOException {
        for (ConflictKind kind : ConflictKind.values())
            assertThat(desk("'registry.kind." + kind + "': '(.*)'"))
                    .as("%s", kind)
                    .hasSize(2);
    }

    private static void assertToldAlike(Map<ConflictKind, String> deeds, Verdict decision, String side)
            throws IOException {
        for (ConflictKind kind : ConflictKind.values()) {
            String deed = deeds.get(kind);
            List<String> desk = desk("'registry.do." + side + "." + kind + "': (.*)");
            assertThat(desk).as("Turkish and English of %s", kind).hasSize(deed == null ? 0 : 2);
            assertThat(VerdictWords.of(decision, kind)).contains(deed == null ? "chooses the pair" : deed);
            if (deed == null) continue;
            assertThat(desk.get(1)).containsIgnoringCase(deed);
            assertThat(help(decision.word(), kind)).contains(deed);
        }
    }

    private static List<String> desk(String pattern) throws IOException {
        String words = Files.readString(Path.of("src/main/web/desk/pages/registry/words.ts"));
        return Pattern.compile(pattern)
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What the help of {@code resolve} says a decision does to a kind: up to the next kinds, or decision. */
    private static String help(String decision, ConflictKind kind) {
        CommandLine resolve =
                new CommandLine(new RegistryCommand()).getSubcommands().get("resolve");
        String help = Objects.requireNonNull(resolve)
                .getUsageMessage(CommandLine.Help.Ansi.OFF)
                .replaceAll("\\s+", " ");
        String part = help.substring(help.indexOf(decision + ":"), help.indexOf("link: the two"));
        return Pattern.compile("[C0-9, ]*" + kind + "[C0-9, ]*: ([^;.]*)[;.]")
                .matcher(part)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
