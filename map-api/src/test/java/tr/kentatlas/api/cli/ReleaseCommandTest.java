package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;

/** Releases from the command line, over the city's database. */
class ReleaseCommandTest {
    @TempDir
    private Path base;

    @Test
    void aDayThatIsNoneIsAskedForInTheFormItIsReadIn() {
        Terminal terminal = new Terminal(SmallCity.database(), base);
        int code =
                terminal.run("release", "approve", "--body", "council", "--number", "2026/112", "--date", "3.11.2026");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err())
                .contains("'--date': '3.11.2026' is no day: write it like 2026-11-03")
                .doesNotContain("Exception");
    }

    @Test
    void aDraftIsReplacedInTheOpenAndAnApprovedOneOnlyOnPurpose() {
        var owner = SmallCity.database();
        Terminal terminal = new Terminal(owner, base);
        JdbcClient.create(owner)
                .sql("UPDATE working.bina SET kat_ustu = 44 WHERE row_no = (SELECT min(row_no) FROM working.bina)")
                .update();
        assertThat(terminal.run("release", "draft", "--theme", "bina")).isZero();
        assertThat(terminal.out()).startsWith("Draft 2:");
        assertThat(terminal.run("release", "check")).as(terminal.out()).isZero();
        String rule = terminal.out()
                .lines()
                .filter(line -> line.matches("  \\S+ +ERROR +0 .*"))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" ", -1)[0];
        assertThat(terminal.run("release", "accept", rule, "--reason", "x")).isEqualTo(1);
        assertThat(terminal.err()).contains("nothing was accepted").hasLineCount(1);
        assertThat(terminal.run("release", "draft", "--theme", "bina")).isZero();
        assertThat(terminal.out()).startsWith("It replaces draft 2 of ").contains("gone with it: its check");
        approve(owner);
        assertThat(terminal.run("release", "draft", "--theme", "bina")).isEqualTo(1);
        assertThat(terminal.err())
                .contains("Draft 3 is approved (bina)", "--replace")
                .hasLineCount(1);
        assertThat(terminal.run("release", "draft", "--theme", "bina", "--replace"))
                .isZero();
        assertThat(terminal.out()).startsWith("It replaces draft 3 of ");
    }

    @Test
    void whatWasDoneIsInTheAuditUnderItsReleaseAndWhatWasRefusedIsNot() {
        var owner = SmallCity.database();
        Terminal terminal = new Terminal(owner, base);
        assertThat(terminal.run("release", "draft", "--by", "ayse")).isZero();
        assertThat(terminal.run("release", "approve", "--body", "council", "--number", "7", "--date", "2026-11-03"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("Draft 2 has not been checked. Run ./kent release check.");
        assertThat(terminal.run("release", "publish")).isEqualTo(1);
        assertThat(JdbcClient.create(owner)
                        .sql("SELECT caller || ' ' || action || ' ' || release_no FROM access.audit ORDER BY at")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("kent:ayse release.draft 2");
    }

    private static void approve(PGSimpleDataSource owner) {
        JdbcClient.create(owner).sql("""
                        INSERT INTO release.approval (snapshot_id, content_hash, body, decision_no, decision_date, person)
                        SELECT s.snapshot_id, s.content_hash, 'council', '2026/112', '2026-11-03', 'test'
                          FROM release.content c JOIN release.snapshot s USING (snapshot_id)
                         WHERE c.release_no = 3 AND c.theme = 'bina'
                        """).update();
    }
}
