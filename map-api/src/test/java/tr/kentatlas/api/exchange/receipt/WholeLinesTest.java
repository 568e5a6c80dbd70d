package tr.kentatlas.api.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLinesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void linesOfAnyLengthAreReadAsTheyWereWritten() throws IOException {
        Random random = new Random(20);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 200; i++) written.add("ş".repeat(random.nextInt(i % 20 == 0 ? 200_000 : 300)));
        Path file = Files.write(folder.resolve("lines"), written, StandardCharsets.UTF_8);
        Read whole = read(file, 0);
        assertThat(whole.lines).isEqualTo(written);
        assertThat(whole.bytes).isEqualTo(Files.size(file));
    }

    @Test
    void aLineWithoutItsEndIsReadOnceItHasOne() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "one\ntwo");
        Read first = read(file, 0);
        assertThat(first.lines).containsExactly("one");
        Files.writeString(file, "one\ntwo, whole\n\n");
        assertThat(read(file, first.bytes).lines).containsExactly("two, whole", "");
        assertThat(read(file, Files.size(file)).lines).isEmpty();
    }

    @Test
    void whatFollowsAZeroWasNeverAppended() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "whole\nbe\0un\n\0\0");
        assertThat(read(file, 0).lines).containsExactly("whole");
    }

    private record Read(List<String> lines, long bytes) {}

    private static Read read(Path file, long begin) throws IOException {
        try (WholeLines lines = new WholeLines(file, begin)) {
            List<String> all = new ArrayList<>();
            for (String line = lines.next(); line != null; line = lines.next()) all.add(line);
            return new Read(all, lines.bytes());
        }
    }
}
