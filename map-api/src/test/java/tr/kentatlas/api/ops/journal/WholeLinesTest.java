package tr.kentatlas.api.ops.journal;

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
    private Path folder;

    @Test
    void linesOfAnyLengthAreReadAsTheyWereWritten() throws IOException {
        Random random = new Random(20);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 200; i++) written.add("ş".repeat(random.nextInt(i % 20 == 0 ? 200_000 : 300)));
        Path file = Files.write(folder.resolve("lines"), written, StandardCharsets.UTF_8);
        Read whole = read(file, 0, true);
        assertThat(whole.lines).isEqualTo(written);
        assertThat(whole.bytes).isEqualTo(Files.size(file));
    }

    @Test
    void aLineWithoutItsEndIsReadOnceItHasOne() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "one\ntwo");
        Read first = read(file, 0, true);
        assertThat(first.lines).containsExactly("one");
        Files.writeString(file, "one\ntwo, whole\n\n");
        assertThat(read(file, first.bytes, true).lines).containsExactly("two, whole", "");
        assertThat(read(file, Files.size(file), true).lines).isEmpty();
    }

    @Test
    void whatFollowsAZeroIsNotYetAppendedWhileTheFileMayGrow() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "whole\nbe\0un\n\0\0");
        assertThat(read(file, 0, true)).isEqualTo(new Read(List.of("whole"), 6, false));
    }

    @Test
    void whatFollowsAHoleInAFileThatHasEndedIsReadAsWell() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "whole\nbe\0\0un\nnext\nhalf\0\0");
        Read read = read(file, 0, false);
        assertThat(read.lines).containsExactly("whole", "be\0\0un", "next");
        assertThat(read.lines.stream().map(line -> WholeLines.hasHole(line.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(false, true, false);
        assertThat(read.endsBehindAHole).as("half a line, and room").isFalse();
    }

    @Test
    void halfALineBehindAHoleIsNoRoom() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), "whole\n\0\0half");
        assertThat(read(file, 0, false)).isEqualTo(new Read(List.of("whole"), 6, true));
    }

    private record Read(List<String> lines, long bytes, boolean endsBehindAHole) {}

    private static Read read(Path file, long begin, boolean mayGrow) throws IOException {
        try (WholeLines lines = new WholeLines(file, begin, mayGrow)) {
            List<String> all = new ArrayList<>();
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                all.add(new String(line, StandardCharsets.UTF_8));
            }
            return new Read(all, lines.bytes(), lines.endsBehindAHole());
        }
    }
}
