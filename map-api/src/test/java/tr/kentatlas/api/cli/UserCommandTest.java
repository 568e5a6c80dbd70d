package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;

/** The book of staff from the command line. */
class UserCommandTest {
    @TempDir
    private static Path base;

    private static final PGSimpleDataSource OWNER = SmallCity.few();
    private static final JdbcClient JDBC = JdbcClient.create(OWNER);
    private static final String[] ADD = {"user", "add", "ayse", "--full-name", "Ayşe", "--role", "editor"};

    private final Terminal terminal = new Terminal(OWNER, base);

    @Test
    void nobodyIsLetInWithoutARecordOfIt() {
        JDBC.sql("ALTER TABLE access.audit RENAME TO away").update();
        try {
            assertThat(terminal.run(ADD)).isNotZero();
        } finally {
            JDBC.sql("ALTER TABLE access.away RENAME TO audit").update();
        }
        assertThat(count("access.staff WHERE account = 'ayse'")).isZero();
        assertThat(terminal.run(ADD)).as(terminal.err()).isZero();
        assertThat(count("access.audit WHERE action = 'staff.open' AND subject = 'ayse'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsRefusedIsNotInTheAudit() {
        assertThat(terminal.run("user", "lock", "nobody")).isEqualTo(1);
        assertThat(terminal.err()).contains("nobody");
        assertThat(count("access.audit WHERE subject = 'nobody'")).isZero();
    }

    /** By the words the desk has for it. */
    @Test
    void aDeedIsInTheAuditWithTheRolesItGrants() {
        assertThat(terminal.run("user", "add", "veli", "--full-name", "Veli", "--role", "admin"))
                .isZero();
        assertThat(terminal.run("user", "add", "can", "--full-name", "Can", "--role", "viewer"))
                .isZero();
        assertThat(terminal.run("user", "add", "can", "--full-name", "Can", "--role", "viewer"))
                .isEqualTo(1);
        for (String[] deed : new String[][] {{"roles", "can", "editor", "planner"}, {"lock", "can"}, {"unlock", "can"}})
            assertThat(terminal.run(
                            Stream.concat(Stream.of("user"), Stream.of(deed)).toArray(String[]::new)))
                    .as(terminal.err())
                    .isZero();
        assertThat(JDBC.sql("SELECT action || ' ' || detail FROM access.audit WHERE subject = 'can' ORDER BY at")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "staff.open {\"roles\": \"[VIEWER]\"}",
                        "staff.roles {\"roles\": \"[PLANNER, EDITOR]\"}",
                        "staff.close {}",
                        "staff.reopen {}");
    }

    private static long count(String rows) {
        return JDBC.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
