package tr.kentatlas.api.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.ops.journal.LocalJournal;
import tr.kentatlas.testsupport.Child;

/** The journal loses nothing and doubles nothing, whenever its process is killed. */
class JournalTest {
    private static final int KILLS = 4;

    private final PGSimpleDataSource database = SmallCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(database);

    /** What was recorded for certain; of each process one more may have been recorded than it could tell. */
    private final List<Long> promised = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void killedAgainAndAgainItLosesNothingAndDoublesNothing() throws Exception {
        long next = 0;
        for (int kill = 0; kill < KILLS; kill++) next = writeUntilKilled(next, 200 + new Random(kill).nextInt(2_000));
        ship();
        List<Long> kept = jdbc.sql("SELECT subject::bigint FROM access.audit ORDER BY 1")
                .query((row, n) -> row.getLong(1))
                .list();
        assertThat(kept).doesNotHaveDuplicates().hasSizeBetween(promised.size(), promised.size() + KILLS);
        assertThat(promised).allMatch(new HashSet<>(kept)::contains);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aTornLastLineIsLeftOutAndADamagedOneIsKeptAside() throws Exception {
        LocalJournal journal = journal();
        for (int i = 0; i < 3; i++) journal.append(line(i));
        journal.close();
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[line(0).length + 20] ^= 1;
        Files.write(file, bytes);
        Files.write(file, "00000000 {\"at".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        ship();
        assertThat(jdbc.sql("SELECT line FROM access.audit ORDER BY 1")
                        .query((row, n) -> row.getLong(1))
                        .list())
                .containsExactly(0L, 2L);
        assertThat(onlyFile().toString()).endsWith(".damaged");
    }

    @Test
    void whatIsBehindAHoleIsShippedAndTheFileIsKeptAside() throws Exception {
        LocalJournal journal = journal();
        for (int i = 0; i < 4; i++) journal.append(line(i));
        journal.close();
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, line(0).length + 20, 2 * line(0).length + 20, (byte) 0);
        Files.write(file, bytes);
        Files.write(file, new byte[AuditConfiguration.ROOM], StandardOpenOption.APPEND);
        ship();
        assertThat(jdbc.sql("SELECT subject FROM access.audit ORDER BY line")
                        .query(String.class)
                        .list())
                .containsExactly("0", "3");
        assertThat(onlyFile().toString()).endsWith(".damaged");
        assertThat(onlyFile()).hasSize(bytes.length + (long) AuditConfiguration.ROOM);
    }

    @Test
    void halfALineBehindAHoleKeepsTheFileAside() throws Exception {
        Path file = folder.resolve(UUID.randomUUID() + AuditConfiguration.SUFFIX);
        Files.write(file, line(0));
        Files.write(file, "\0\0half".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        ship();
        assertThat(onlyFile().toString()).endsWith(".damaged");
    }

    @Test
    void whatNoDatabaseCouldHoldIsMadeStorable() throws Exception {
        LocalJournal journal = journal();
        journal.append(JournalLine.write(
                AuditEntry.change(Caller.Kind.STAFF, "a\u0000b\uD800", "sign_in", "x".repeat(10_000))));
        journal.close();
        ship();
        assertThat(jdbc.sql("SELECT caller || length(subject) FROM access.audit")
                        .query(String.class)
                        .single())
                .isEqualTo("a\uFFFDb\uFFFD500");
    }

    @Test
    void nobodyCanChangeWhatWasRecorded() throws Exception {
        LocalJournal journal = journal();
        journal.append(line(1));
        journal.close();
        ship();
        for (String sql :
                List.of("UPDATE access.audit SET caller = 'x'", "DELETE FROM access.audit", "TRUNCATE access.audit")) {
            assertThat(catchThrowable(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .hasStackTraceContaining("only ever added to");
        }
    }

    private long writeUntilKilled(long first, int entries) throws IOException, InterruptedException {
        Process process = Child.over(database, JournalWriter.class, folder.toString(), Long.toString(first))
                .start();
        List<Long> told = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.add(Long.parseLong(line));
                // By its handle: killed through the process, what it had printed before would be thrown away unread.
                if (told.size() == entries) process.toHandle().destroyForcibly();
            }
        } catch (NumberFormatException torn) {
            assertThat(told.size()).isGreaterThanOrEqualTo(entries);
        } finally {
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        promised.addAll(told);
        return told.get(told.size() - 1) + 2;
    }

    private void ship() throws IOException {
        AuditConfiguration.shipper(journal(), jdbc).ship();
    }

    private LocalJournal journal() {
        return new LocalJournal(folder, AuditConfiguration.SUFFIX, AuditConfiguration.ROOM);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static byte[] line(long number) {
        return JournalLine.write(AuditEntry.change(Caller.Kind.STAFF, "a", "test", Long.toString(number)));
    }
}
