package tr.kentatlas.api.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.Terminal;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;

/** The address registry from the command line, over the city's database. */
class RegistryCommandTest {
    @TempDir
    private static Path base;

    private static final PGSimpleDataSource OWNER = SmallCity.database();
    private static final JdbcClient JDBC = JdbcClient.create(OWNER);
    private static long codes;

    private final Terminal terminal = new Terminal(OWNER, base);

    @Test
    void theOutboxIsListedWithWhatEachMessageWaitsFor() {
        String parent = WrittenRemark.write(Remark.of(Saying.WAITS_FOR, Level.STREET, "lale"));
        message("queued", parent, true, null);
        message("acked", null, true, 4711L);
        message("by-hand", null, false, 4712L);
        assertThat(terminal.run("registry", "outbox")).isZero();
        assertThat(terminal.out().lines()).first().asString().isEqualTo(OutboxLine.HEAD);
        assertThat(terminal.out())
                .containsPattern("add +door .* queued .*12: Its street must be in the registry first \\(lale\\)\\.")
                .containsPattern("add +door .*4711 +acked .*12: a reading that shows it\n")
                .containsPattern("change +door .*4712 +by-hand .*12: somebody who types it in");
        assertThat(terminal.run("registry", "outbox", "--state", "acked", "--limit", "1"))
                .isZero();
        assertThat(terminal.out()).hasLineCount(2);
        assertThat(terminal.run("registry", "outbox", "--state", "bekleyen")).isEqualTo(1);
        assertThat(terminal.err())
                .contains("no state 'bekleyen': use one of queued, ")
                .hasLineCount(1);
    }

    @Test
    void whatWasTypedInIsSaidSoAndWhatNothingHasBecomeOfIsTakenBack() {
        message("queued", null, true, null);
        String waits = newest();
        message("by-hand", null, true, null);
        String withPeople = newest();
        assertThat(terminal.run("registry", "entered", waits, withPeople)).isEqualTo(1);
        assertThat(terminal.out()).startsWith("1 of 2 messages");
        assertThat(terminal.run("registry", "take-back", waits, "--reason", " "))
                .isEqualTo(1);
        assertThat(terminal.run("registry", "take-back", waits, withPeople, "--reason", "yanlış"))
                .isZero();
        assertThat(terminal.out()).startsWith("2 of 2 messages");
        assertThat(JDBC.sql("SELECT subject || ' ' || items || ' ' || detail FROM access.audit"
                                + " WHERE action IN ('registry.entered', 'registry.take-back') ORDER BY at")
                        .query(String.class)
                        .list())
                .containsExactly("worklist 1 {}", "outbox 2 {\"reason\": \"yanlış\"}");
    }

    @Test
    void whoReadsTheRegistryAndComparesIsInTheAudit() {
        String export = base.toString();
        terminal.run("registry", "pull", "--from", export, "--by", "ayse");
        assertThat(terminal.run("registry", "compare", "--by", "ayse")).isZero();
        assertThat(JDBC.sql(
                                "SELECT caller || ' ' || action || ' ' || subject || ' ' || detail FROM access.audit"
                                        + " WHERE action IN ('registry.pull', 'registry.compare') AND caller = 'kent:ayse' ORDER BY at")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "kent:ayse registry.pull city {\"from\": \"" + export + "\"}",
                        "kent:ayse registry.compare city {}");
    }

    private static String newest() {
        return JDBC.sql("SELECT max(queued_no)::text FROM registry.outbox")
                .query(String.class)
                .single();
    }

    private static void message(String state, @Nullable String said, boolean isNew, @Nullable Long code) {
        JDBC.sql(
                        "INSERT INTO registry.outbox (level, action, is_new, local, code, neighbourhood, label, state, message,"
                                + " queued_by, reason) VALUES ('door', 'put', ?, gen_random_uuid(), ?, 1, '12', ?, ?, 'test', 'test')")
                .params(Arrays.asList(isNew, code, state, said))
                .update();
    }

    @Test
    void anUnknownNeighbourhoodIsRefusedWithThoseThereAre() {
        String known = JDBC.sql("SELECT code || ' ' || name FROM registry.neighbourhood ORDER BY code LIMIT 1")
                .query(String.class)
                .single();
        for (String command : new String[] {
            "registry pull --neighbourhood 99",
            "registry held 99",
            "registry pull --allow 99 --reason x",
            "registry conflicts --neighbourhood 99",
            "registry simulator --port 0 --from city --neighbourhood 99"
        }) {
            assertThat(terminal.run(command.split(" "))).as(command).isEqualTo(1);
            assertThat(terminal.err())
                    .startsWith("The city has no neighbourhood 99; it has " + known)
                    .hasLineCount(1);
        }
    }

    @Test
    void aCityWithoutAServiceReadsAnExport() throws IOException {
        long place = JDBC.sql("SELECT min(code) FROM registry.neighbourhood")
                .query(Long.class)
                .single();
        Path export = Files.createDirectories(base.resolve("export"));
        Files.writeString(export.resolve("csbm.csv"), "KimlikNo,MahalleKimlikNo,Ad,Tip\n77," + place + ",LALE,4\n");
        for (String file : new String[] {"yapi.csv", "numarataj.csv", "bagimsiz_bolum.csv"})
            Files.writeString(export.resolve(file), "KimlikNo,MahalleKimlikNo\n");
        String[] pull = {"registry", "pull", "--neighbourhood", Long.toString(place), "--from", export.toString()};
        assertThat(terminal.run(pull)).as(terminal.out()).isZero();
        assertThat(terminal.out()).isEqualTo(place + "  read: 1 rows\n");
        Files.delete(export.resolve("yapi.csv"));
        assertThat(terminal.run(pull)).isEqualTo(1);
        assertThat(terminal.out()).contains("The export has no file yapi.csv");
        assertThat(terminal.run("registry", "pull", "--from", "yok")).isEqualTo(1);
        assertThat(terminal.err()).isEqualTo("There is no folder yok.\n");
    }

    @Test
    void aDecisionSaysWhatItDoesToAConflictOfItsKind() {
        long only = conflict("C03");
        assertThat(terminal.run(
                        "registry",
                        "resolve",
                        Long.toString(only),
                        "--as",
                        "ignore",
                        "--reason",
                        "x",
                        "--until",
                        "2020-01-01"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("REFUSED: It cannot be ignored until 2020-01-01");
        assertThat(terminal.run(
                        "registry",
                        "resolve",
                        Long.toString(only),
                        "--as",
                        "ignore",
                        "--reason",
                        "x",
                        "--until",
                        "2099-01-01"))
                .isZero();
        assertThat(terminal.out()).contains("up to and including 2099-01-01");
    }

    @Test
    void eachDecisionIsRecordedByItselfAndARefusedOneIsNot() {
        long first = conflict("C03");
        long last = conflict("C03");
        assertThat(terminal.run(ignore(first, 0, last))).isEqualTo(1);
        assertThat(terminal.out()).contains("0  REFUSED", last + "  ignore: it stays");
        assertThat(recorded(first, 0, last))
                .containsExactlyInAnyOrder(
                        "registry.ignore conflict:" + first + " {\"reason\": \"x\"}",
                        "registry.ignore conflict:" + last + " {\"reason\": \"x\"}");
    }

    @Test
    void whatCannotBeRecordedIsNotDecided() {
        long only = conflict("C03");
        JDBC.sql("ALTER TABLE access.audit RENAME TO away").update();
        try {
            assertThat(terminal.run(ignore(only))).isNotZero();
        } finally {
            JDBC.sql("ALTER TABLE access.away RENAME TO audit").update();
        }
        assertThat(JDBC.sql("SELECT state FROM registry.conflict WHERE conflict_no = ?")
                        .param(only)
                        .query(String.class)
                        .single())
                .isEqualTo("open");
    }

    private static String[] ignore(long... conflicts) {
        String numbers = LongStream.of(conflicts).mapToObj(Long::toString).collect(Collectors.joining(" "));
        return ("registry resolve " + numbers + " --as ignore --reason x").split(" ");
    }

    private static List<String> recorded(long... conflicts) {
        return JDBC.sql("SELECT concat_ws(' ', action, subject, detail) FROM access.audit WHERE subject IN (:subjects)")
                .param(
                        "subjects",
                        LongStream.of(conflicts)
                                .mapToObj(number -> "conflict:" + number)
                                .toList())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static long conflict(String kind) {
        return JDBC.sql("INSERT INTO registry.conflict (kind, level, code, neighbourhood, detail, changed_by)"
                        + " VALUES (?, 'door', ?, 1, '{}', 'remote') RETURNING conflict_no")
                .params(kind, ++codes)
                .query(Long.class)
                .single();
    }

    @Test
    void theWorkListIsWhatIsInPeoplesHandsAndNothingIsHandedOverWithoutIt() throws IOException {
        message("queued", null, true, null);
        String waiting = "SELECT count(*) FROM registry.outbox WHERE state = 'queued'";
        long before = JDBC.sql(waiting).query(Long.class).single();
        String nowhere = base.resolve("yok").resolve("elle.csv").toString();
        assertThat(terminal.run("registry", "worklist", nowhere, "--take")).isEqualTo(1);
        assertThat(terminal.err()).startsWith("The work list cannot be written to " + nowhere);
        assertThat(JDBC.sql(waiting).query(Long.class).single()).isEqualTo(before);
        Path file = base.resolve("elle.csv");
        assertThat(terminal.run("registry", "worklist", file.toString(), "--take"))
                .isZero();
        assertThat(JDBC.sql(waiting).query(Long.class).single()).isZero();
        assertThat(Files.readString(file)).startsWith("\ufeff\"Sıra\",").doesNotContain("bekliyor");
        assertThat(base.resolve("elle.csv.part")).doesNotExist();
    }

    @Test
    void theWorkListTakesThePlaceOfAFileOnly() throws IOException {
        message("queued", null, true, null);
        String waiting = "SELECT count(*) FROM registry.outbox WHERE state = 'queued'";
        long before = JDBC.sql(waiting).query(Long.class).single();
        Path folder = Files.createDirectories(base.resolve("listeler"));
        for (Path place : List.of(folder, Path.of("/dev/null"))) {
            assertThat(terminal.run("registry", "worklist", place.toString(), "--take"))
                    .isEqualTo(1);
            assertThat(terminal.err()).contains("written to " + place + ": what is there is no file.");
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(JDBC.sql(waiting).query(Long.class).single()).isEqualTo(before);
        Path share = Files.createFile(folder.resolve("elle.csv"));
        Path link = Files.createSymbolicLink(base.resolve("bag.csv"), share);
        assertThat(terminal.run("registry", "worklist", link.toString())).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(share).content().startsWith("\ufeff\"Sıra\",");
    }

    @Test
    void aListThatCannotBePutToItsPlaceIsToldWhereItIs() throws IOException {
        Path place = base.resolve("yer");
        WorklistFile list = WorklistFile.at(place);
        list.draft(List.of());
        Files.createDirectories(place.resolve("dolu"));
        assertThatThrownBy(() -> list.finish(true))
                .hasMessageStartingWith(
                        "The work list is in " + place + ".part and was handed over, but cannot be put to");
    }

    @Test
    void theSimulatedRegistryIsNamedWhereItReallyIs() {
        assertThat(terminal.run("registry", "push")).isEqualTo(1);
        assertThat(terminal.err())
                .contains("on its usual port", "localhost:8090")
                .hasLineCount(1);
        Instance city = Instance.of(terminal.folder(), Instance.DEFAULT_NAME);
        try (InstanceLock lock = InstanceLock.take(city, "up")) {
            lock.servesAt("http://localhost:8080", Optional.of("http://127.0.0.1:8391/adres-kayit"));
            assertThat(terminal.run("registry", "push")).isEqualTo(1);
        }
        assertThat(terminal.err())
                .contains("KENT_REGISTRY_URL=http://127.0.0.1:8391/adres-kayit")
                .doesNotContain("8090");
    }
}
