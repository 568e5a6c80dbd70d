package tr.kentatlas.api.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.report.ConsoleProgress;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.exchange.key.KeyText;
import tr.kentatlas.api.exchange.key.Keys;
import tr.kentatlas.cluster.Durability;
import tr.kentatlas.cluster.PrivateCluster;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Releases;

class BackupTest {
    private static final Decision COUNCIL =
            new Decision(Approval.COUNCIL, "2026/7", LocalDate.of(2026, 11, 10), "A. Yılmaz");
    private static final Map<String, String> SOURCE = Map.of("path", "/cities/x.gpkg", "sha256", "00");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DatabaseUrl city;

    @SuppressWarnings("NullAway.Init")
    private static Path archive;

    @SuppressWarnings("NullAway.Init")
    private static KeyText key;

    @BeforeAll
    static void backUpACityOfTwoReleases() throws Exception {
        PGSimpleDataSource owner = SmallCity.database();
        city = url(owner);
        key = agreed(JdbcClient.create(owner));
        JdbcClient.create(owner)
                .sql("UPDATE working.bina SET kat_ustu = kat_ustu + 1 WHERE row_no % 7 = 0")
                .update();
        assertThat(publish(owner)).isEqualTo(2);
        archive = new Backup("small", city, SOURCE).into(folder, progress());
    }

    @AfterAll
    static void removeTheFreshCluster() {
        Fresh.CLUSTER.remove();
    }

    @Test
    void aFreshClusterHoldsTheSameAndCanPublishAgain() throws Exception {
        DatabaseUrl restored = Fresh.url("back");
        CheckedArchive whole = CheckedArchive.open(archive, progress());
        whole.restore(new Restore(restored), Restore.Proof.CONTENT, progress());
        assertThat(whole.source()).isEqualTo(SOURCE);
        assertThat(content(restored)).isEqualTo(content(city));
        assertThat(content(restored)).anySatisfy(table -> {
            assertThat(table.table()).isEqualTo("working.bina_gecmis");
            assertThat(table.rows()).isPositive();
        });
        PGSimpleDataSource owner = source(restored);
        assertThat(new Releases(JdbcClient.create(owner)).current()).hasValue(2);
        JdbcClient.create(owner)
                .sql("UPDATE working.bina SET kat_ustu = kat_ustu + 1 WHERE row_no % 5 = 0")
                .update();
        assertThat(publish(owner)).isEqualTo(3);
        thePublicWallStands(restored);
    }

    @Test
    void agreementsAndAllThatBelongsToPeopleComeBackAndKeysStillOpen() throws Exception {
        DatabaseUrl restored = Fresh.url("agreed");
        CheckedArchive.open(archive, progress()).restore(new Restore(restored), Restore.Proof.CONTENT, progress());
        List<String> tables =
                content(restored).stream().map(TableContent::table).toList();
        for (String schema : List.of("exchange.", "access.", "thematic.", "registry."))
            assertThat(tables).as(schema).anyMatch(table -> table.startsWith(schema));
        JdbcClient back = JdbcClient.create(source(restored));
        assertThat(new Keys(back).list()).singleElement().matches(kept -> kept.matches(key));
        assertThat(back.sql("SELECT secret FROM access.seal")
                        .query(byte[].class)
                        .single())
                .isEqualTo(JdbcClient.create(source(city))
                        .sql("SELECT secret FROM access.seal")
                        .query(byte[].class)
                        .single());
        try (Connection connection = restored.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE kent_desk");
            statement.execute("UPDATE exchange.agreement SET state = 'suspended', reason = 'denetim'");
            assertThatThrownBy(() -> statement.execute("DELETE FROM exchange.agreement"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** An agreement in force, with a key of it. */
    private static KeyText agreed(JdbcClient owner) {
        long id = owner.sql(
                        "INSERT INTO exchange.agreement (number, state) VALUES ('2026/1', 'active') RETURNING agreement_id")
                .query(Long.class)
                .single();
        return new Keys(owner).make(id, "sunucu", Instant.now().plusSeconds(86_400), "test");
    }

    private static void thePublicWallStands(DatabaseUrl restored) throws SQLException {
        String snapshot = JdbcClient.create(source(restored))
                .sql(
                        "SELECT snapshot_id FROM release.content JOIN release.pointer USING (release_no) WHERE theme = 'bina'")
                .query(String.class)
                .single();
        try (Connection connection = restored.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE kent_acik");
            statement.execute("SELECT count(*) FROM acik_" + snapshot + ".bina");
            for (String forbidden : List.of("yayin_" + snapshot + ".bina", "working.bina", "release.journal")) {
                assertThatThrownBy(() -> statement.execute("SELECT count(*) FROM " + forbidden))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aDatabaseWithContentIsNeverOverwritten() throws Exception {
        CheckedArchive whole = CheckedArchive.open(archive, progress());
        List<TableContent> before = content(city);
        assertThatThrownBy(() -> whole.restore(new Restore(city), Restore.Proof.COUNTS, progress()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not empty");
        assertThat(content(city)).isEqualTo(before);
    }

    @Test
    void whatAnInterruptedRestoreLeftIsReplaced() throws Exception {
        DatabaseUrl target = Fresh.url("again");
        try (Connection connection = Fresh.url("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE again_restoring");
        }
        try (Connection half = Fresh.url("again_restoring").connect();
                Statement statement = half.createStatement()) {
            statement.execute("CREATE SCHEMA working; CREATE TABLE working.bina (half int)");
            CheckedArchive.open(archive, progress()).restore(new Restore(target), Restore.Proof.COUNTS, progress());
        }
        assertThat(new Releases(JdbcClient.create(source(target))).current()).hasValue(2);
    }

    @Test
    void oneByteThatIsNotAsItWasWrittenIsFoundInEveryFile() throws Exception {
        Random random = new Random(3);
        List<Path> files = files(archive);
        assertThat(files).hasSizeGreaterThan(50);
        for (int i = 0; i < 12; i++) {
            Path file = i < 2
                    ? archive.resolve(i == 0 ? "manifest.json" : "dump/toc.dat")
                    : files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            if (whole.length == 0) continue;
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= 0x20;
            try {
                Files.write(file, damaged);
                assertThatThrownBy(() -> CheckedArchive.open(archive, progress()))
                        .as(file.toString())
                        .isInstanceOf(UserError.class)
                        .hasMessageMatching("(?s).*(damaged|incomplete).*Nothing was changed\\.");
            } finally {
                Files.write(file, whole);
            }
        }
    }

    @Test
    void aMissingFileIsFound() throws Exception {
        Path copy = folder.resolve("missing");
        copy(archive, copy);
        Files.delete(copy.resolve("dump/toc.dat"));
        assertThatThrownBy(() -> CheckedArchive.open(copy, progress()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("dump/toc.dat is missing");
    }

    @Test
    void aReleaseJobAndABackupRefuseEachOther() throws Exception {
        try (Connection connection = city.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('release.job'))");
            assertThatThrownBy(() -> new Backup("small", city, Map.of()).into(folder.resolve("refused"), progress()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("release job");
        }
    }

    /** The process is killed as often as it takes to have met several of its steps. */
    @Test
    void aKilledBackupNeverLooksLikeOne() throws Exception {
        Path parent = folder.resolve("killed");
        Random random = new Random(11);
        for (int kill = 0; kill < 5; kill++) {
            Process process = BackupProcess.start(city, parent);
            BackupProcess.awaitMaking(process, parent);
            long pause = random.nextLong(1_500_000_000L);
            java.util.concurrent.locks.LockSupport.parkNanos(pause);
            process.destroyForcibly().waitFor();
            for (Path finished : finished(parent)) CheckedArchive.open(finished, progress());
        }
        Path whole = new Backup("small", city, Map.of()).into(parent, progress());
        CheckedArchive.open(whole, progress());
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".")))
                    .as("what the killed ones left")
                    .isEmpty();
        }
    }

    private static List<Path> finished(Path parent) throws IOException {
        try (Stream<Path> list = Files.list(parent)) {
            return list.filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static long publish(PGSimpleDataSource owner) {
        Publisher publisher =
                new Publisher(owner, ModelReader.read(), SmallCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), COUNCIL);
        return publisher.publish("test", null, Progress.silent()).number();
    }

    private static List<TableContent> content(DatabaseUrl database) throws Exception {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            try (var row = statement.executeQuery("SELECT pg_export_snapshot()")) {
                row.next();
                String snapshot = row.getString(1);
                List<String> tables = ContentReader.tables(holder);
                return Steps.step(
                        progress(), "reading", step -> new ContentReader(database, 2).read(tables, snapshot, step));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes facts) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(path)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes facts) throws IOException {
                Files.copy(path, to.resolve(from.relativize(path)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static ConsoleProgress progress() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new ConsoleProgress(nowhere, ConsoleProgress.Style.PLAIN_LINES);
    }

    private static DatabaseUrl url(PGSimpleDataSource source) {
        return new DatabaseUrl(
                source.getUrl(), String.valueOf(source.getUser()), new Secret(String.valueOf(source.getPassword())));
    }

    private static PGSimpleDataSource source(DatabaseUrl url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password().reveal());
        return source;
    }

    /** A cluster that has never seen a city: not even its roles. */
    private static final class Fresh {
        static final PrivateCluster CLUSTER = PrivateCluster.in(folder.resolve("fresh"), Durability.THROW_AWAY);

        static synchronized DatabaseUrl url(String database) {
            CLUSTER.create();
            var address = CLUSTER.start();
            return new DatabaseUrl(address.jdbcUrl(database), address.user(), address.password());
        }
    }
}
