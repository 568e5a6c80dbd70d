package tr.kentatlas.api.ops.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room is taken ahead, and what is appended is in the file at once, with nothing between and nothing after but zeros. */
class LocalJournalTest {
    private static final String SUFFIX = ".journal";
    private static final int ROOM = 1_000;

    @TempDir
    private Path folder;

    @Test
    void entriesOfAnySizeFollowEachOtherAndAClosedFileHoldsNothingElse() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            LocalJournal journal = journal();
            for (int i = 0; i < 40; i++) {
                byte[] entry = entry(random, 1 + random.nextInt(i % 10 == 0 ? 5 * ROOM : 200));
                journal.append(entry);
                all.writeBytes(entry);
                assertThat(appended(only())).as("seed %d", seed).isEqualTo(all.toByteArray());
            }
            Path file = only();
            journal.close();
            assertThat(file).hasBinaryContent(all.toByteArray());
            Files.delete(file);
        }
    }

    @Test
    void whatWasRequiredIsThereBeforeItIsUsed() throws IOException {
        try (LocalJournal journal = journal()) {
            journal.append(entry(new Random(1), 900));
            journal.require(3 * ROOM);
            assertThat(Files.size(only())).isEqualTo(900 + 3 * ROOM);
        }
    }

    @Test
    void aFolderThatIsGoneRefusesTheEntryAndTheNextOneIsTakenWhenItIsBack() throws IOException {
        try (LocalJournal journal = journal()) {
            Files.delete(folder);
            assertThatIOException().isThrownBy(() -> journal.append(new byte[] {1}));
            Files.createDirectory(folder);
            journal.append(new byte[] {2});
            assertThat(appended(only())).containsExactly(2);
        }
    }

    @Test
    void aFileThatAnInterruptClosedIsLeftForANewOne() throws IOException {
        try (LocalJournal journal = journal()) {
            journal.append(new byte[] {1});
            Thread.currentThread().interrupt();
            assertThatIOException().isThrownBy(() -> journal.append(entry(new Random(1), 2 * ROOM)));
            assertThat(Thread.interrupted()).isTrue();
            journal.append(new byte[] {2});
            assertThat(journal.files()).hasSize(2);
            Thread.currentThread().interrupt();
            journal.force();
            assertThat(Thread.interrupted()).isTrue();
            journal.append(new byte[] {3});
            assertThat(journal.files()).hasSize(3);
            for (Path file : journal.files()) assertThat(appended(file)).hasSize(1);
            assertThat(journal.files().stream().filter(file -> !journal.isOpen(file)))
                    .as("closed as any other, and so on the disk")
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(file).hasSize(1));
        }
    }

    @Test
    void aFileThatIsTakenAwayKeepsNoRoomOfTheDisk() throws IOException {
        LocalJournal journal = journal();
        journal.append(new byte[] {1});
        Path file = only();
        assertThatIllegalStateException().isThrownBy(() -> journal.delete(file));
        journal.close();
        Path same = Files.createLink(folder.resolve("same"), file);
        journal.delete(file);
        assertThat(file).doesNotExist();
        assertThat(same).isEmptyFile();
    }

    private LocalJournal journal() {
        return new LocalJournal(folder, SUFFIX, ROOM);
    }

    private static byte[] entry(Random random, int length) {
        byte[] entry = new byte[length];
        for (int i = 0; i < length; i++) entry[i] = (byte) (1 + random.nextInt(127));
        return entry;
    }

    private Path only() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    /** What stands before the first zero; only zeros follow. */
    private static byte[] appended(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) end++;
        for (int i = end; i < bytes.length; i++) assertThat(bytes[i]).isZero();
        return Arrays.copyOf(bytes, end);
    }
}
