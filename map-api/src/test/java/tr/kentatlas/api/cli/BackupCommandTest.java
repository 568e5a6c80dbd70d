package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.testsupport.PostgisServer;

/** Who takes a city's data out of the house, and who brings data in, is in its audit. */
class BackupCommandTest {
    @TempDir
    private Path base;

    @Test
    void aBackupAndARestoreAreInTheAuditOfTheCity() {
        PGSimpleDataSource city = SmallCity.few();
        Terminal terminal = new Terminal(city, base);
        assertThat(terminal.run("backup", base.resolve("saved").toString()))
                .as(terminal.err())
                .isZero();
        String archive = terminal.out().strip();
        assertThat(newest(city)).isEqualTo("backup " + archive);
        PGSimpleDataSource empty = PostgisServer.shared().newDatabase();
        Terminal other = new Terminal(empty, base);
        assertThat(other.run("restore", archive, "--into", "izmir"))
                .as(other.err())
                .isZero();
        assertThat(newest(empty)).isEqualTo("restore " + archive);
    }

    private static String newest(PGSimpleDataSource city) {
        return JdbcClient.create(city)
                .sql("SELECT action || ' ' || subject FROM access.audit WHERE caller = ? ORDER BY at DESC LIMIT 1")
                .param("kent:" + System.getProperty("user.name"))
                .query(String.class)
                .single();
    }
}
