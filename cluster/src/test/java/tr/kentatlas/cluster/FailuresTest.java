package tr.kentatlas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsFoundAboveALongStatement() throws IOException {
        Path log = log("ERROR:  could not extend file \"base/5/16\": No space left on device\nSTATEMENT:  SELECT\n"
                + "  one_of_many_columns,\n".repeat(500) + "LOG:  database system is shut down\n");
        assertThat(Failures.isDiskFull(log)).isTrue();
        assertThat(Failures.of(log, "The database did not start"))
                .hasMessage("The database did not start: the disk is full.");
    }

    @Test
    void aPageWrittenInPartIsAFullDiskToo() throws IOException {
        Path log = log("""
                ERROR:  could not extend file "base/5/16": wrote only 4096 of 8192 bytes at block 7
                HINT:  Check free disk space.
                """);
        assertThat(Failures.isDiskFull(log)).isTrue();
    }

    @Test
    void anOldFullDiskIsNotTheReasonOfToday() throws IOException {
        assertThat(Failures.isDiskFull(
                        log("PANIC:  No space left on device\n" + "LOG:  checkpoint complete\n".repeat(5000))))
                .isFalse();
    }

    /** City data of any encoding gets into a log with the statements that failed. */
    @Test
    void bytesThatAreNoTextHideNothing() throws IOException {
        Path log = folder.resolve("postgres.log");
        Files.write(log, new byte[] {(byte) 0xff, (byte) 0xc0, '\n'});
        Files.writeString(log, "FATAL:  No space left on device\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        assertThat(Failures.isDiskFull(log)).isTrue();
        assertThat(Failures.isDiskFull(folder.resolve("missing.log"))).isFalse();
    }

    private Path log(String words) throws IOException {
        return Files.writeString(folder.resolve("postgres.log"), words);
    }
}
