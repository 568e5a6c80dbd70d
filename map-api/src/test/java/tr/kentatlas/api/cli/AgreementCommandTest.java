package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.release.Editions;

/** Agreements from the command line, over the city's database. */
class AgreementCommandTest {
    private static final PGSimpleDataSource OWNER = SmallCity.few();
    private static final JdbcClient JDBC = JdbcClient.create(OWNER);
    private static final Agreements AGREEMENTS =
            new Agreements(JDBC, new TransactionTemplate(new JdbcTransactionManager(OWNER)));

    @TempDir
    private static Path base;

    private final StringWriter err = new StringWriter();
    private String out = "";

    @BeforeAll
    static void agree() {
        for (String number : new String[] {"2026/1", "2026/2"}) {
            var edition = new Editions(JDBC).find(1).orElseThrow();
            var terms = TermsReader.read(Draft.of(number).sharing("bina", "adi").json(), edition);
            AGREEMENTS.turn(AGREEMENTS.add(terms, "test").id(), State.ACTIVE, null, "test");
        }
    }

    @Test
    void aKeyIsShownOnceAndOpensForItsDays() {
        assertThat(run("key", "2026/1", "--label", "sunucu", "--days", "30")).isZero();
        KeyText text =
                KeyText.parse(out.lines().reduce((a, b) -> b).orElseThrow()).orElseThrow();
        var kept = Keys.ofAgreements(JDBC).list().stream()
                .filter(key -> key.prefix().equals(text.prefix()))
                .findFirst()
                .orElseThrow();
        assertThat(kept.matches(text)).isTrue();
        assertThat(kept.isOpenAt(Instant.now().plusSeconds(29 * 86_400L))).isTrue();
        assertThat(kept.isOpenAt(Instant.now().plusSeconds(31 * 86_400L))).isFalse();
        assertThat(run("list")).isZero();
        assertThat(out)
                .contains("2026/1", "active", "kent_" + text.prefix(), "sunucu")
                .doesNotContain(text.secret());
        assertThat(recorded("2026/1")).containsExactly("agreement.key {\"key\": \"" + text.prefix() + "\"}");
    }

    @Test
    void anAgreementIsSuspendedAndRevokedWithTheReasonThePartnerIsTold() {
        assertThat(run("suspend", "2026/2", "--reason", "denetim")).isZero();
        assertThat(out).contains("suspended", "within a minute");
        assertThat(run("revoke", "2026/2", "--reason", "feshedildi")).isZero();
        var agreement = AGREEMENTS.findByNumber("2026/2").orElseThrow();
        var refusal = agreement.refusalAt(Instant.now()).orElseThrow();
        assertThat(Words.ofFiles().tell(refusal.wording(), Locale.ENGLISH)).contains("revoked (feshedildi)");
        assertThat(AGREEMENTS.history(agreement.id()))
                .extracting(Agreements.Turn::state)
                .containsExactly(State.DRAFT, State.ACTIVE, State.SUSPENDED, State.REVOKED);
        assertThat(run("key", "2026/2", "--label", "sunucu")).isEqualTo(1);
        assertThat(err.toString()).contains("revoked").hasLineCount(1);
        assertThat(recorded("2026/2"))
                .containsExactly(
                        "agreement.suspended {\"reason\": \"denetim\"}",
                        "agreement.revoked {\"reason\": \"feshedildi\"}");
    }

    private static List<String> recorded(String number) {
        return JDBC.sql("SELECT action || ' ' || detail FROM access.audit WHERE subject = ? ORDER BY at")
                .param(number)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void whatCannotBeIsOneSentence() {
        assertThat(run("suspend", "2026/9", "--reason", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("no agreement '2026/9'").hasLineCount(1);
        assertThat(run("suspend", "2026/1")).isEqualTo(2);
        assertThat(run("key", "2026/1", "--label", "x", "--days", "0")).isEqualTo(2);
        assertThat(run("key", "2026/1", "--label", " ")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... args) {
        CommandLine line = Kent.commandLine(new Kent(
                        (owner, instance, file, progress) -> {},
                        Map.of(
                                "KENT_DB_URL", Objects.requireNonNull(OWNER.getUrl()),
                                "KENT_DB_USER", Objects.requireNonNull(OWNER.getUser()),
                                "KENT_DB_PASSWORD", Objects.requireNonNull(OWNER.getPassword()))))
                .setErr(new PrintWriter(err, true));
        String[] all = new String[args.length + 3];
        all[0] = "--data";
        all[1] = base.resolve("kent").toString();
        all[2] = "agreement";
        System.arraycopy(args, 0, all, 3, args.length);
        PrintStream before = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            return line.execute(all);
        } finally {
            System.setOut(before);
            out = told.toString(StandardCharsets.UTF_8);
        }
    }
}
