package tr.kentatlas.api.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.api.cli.backup.SavedCity.content;
import static tr.kentatlas.api.cli.backup.SavedCity.progress;
import static tr.kentatlas.api.cli.backup.SavedCity.publish;
import static tr.kentatlas.api.cli.backup.SavedCity.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Durability;
import tr.kentatlas.cluster.PrivateCluster;
import tr.kentatlas.spatial.release.Releases;

class BackupTest {
    @TempDir
    private static Path folder;

    private final SavedCity saved = SavedCity.shared();
    private final DatabaseUrl city = saved.url();
    private final Path archive = saved.archive();

    @AfterAll
    static void removeTheFreshCluster() {
        Fresh.CLUSTER.remove();
    }

    @Test
    void aFreshClusterHoldsTheSameAndCanPublishAgain() throws Exception {
        DatabaseUrl restored = Fresh.url("back");
        CheckedArchive whole = CheckedArchive.open(archive, progress());
        whole.restore(new Restore(restored), Restore.Proof.CONTENT, progress());
        assertThat(whole.source()).isEqualTo(SavedCity.SOURCE);
        assertThat(content(restored)).isEqualTo(saved.content()).anySatisfy(table -> {
            assertThat(table.table()).isEqualTo("working.bina_gecmis");
            assertThat(table.rows()).isPositive();
        });
        PGSimpleDataSource owner = source(restored);
        assertThat(guards(owner)).isNotEmpty().isEqualTo(guards(source(city)));
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
        List<String> tables;
        try (Connection connection = restored.connect()) {
            tables = ContentReader.tables(connection);
        }
        for (String schema : List.of("exchange.", "access.", "thematic.", "registry."))
            assertThat(tables).as(schema).anyMatch(table -> table.startsWith(schema));
        JdbcClient back = JdbcClient.create(source(restored));
        assertThat(Keys.ofAgreements(back).list()).singleElement().matches(kept -> kept.matches(saved.key()));
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

    /** Where functions look for names, and which rows the walls' roles are shown. */
    private static List<String> guards(PGSimpleDataSource owner) {
        return JdbcClient.create(owner)
                .sql(
                        "SELECT p.oid::regprocedure || ' ' || p.proconfig::text AS guard FROM pg_proc p"
                                + " WHERE p.proconfig IS NOT NULL AND p.pronamespace <> 'public'::regnamespace"
                                + " UNION ALL SELECT concat_ws(' ', tablename, policyname, roles, qual) FROM pg_policies ORDER BY guard")
                .query((row, n) -> row.getString(1))
                .list();
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
    void onlyWhoMadeABackupReadsIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rwx------");
    }

    @Test
    void aDatabaseWithContentIsNeverOverwritten() throws Exception {
        CheckedArchive whole = CheckedArchive.open(archive, progress());
        assertThatThrownBy(() -> whole.restore(new Restore(city), Restore.Proof.COUNTS, progress()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not empty");
        assertThat(content(city)).isEqualTo(saved.content());
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
    void thePreparedDatabaseStaysAsItWasPreparedAlthoughSomebodyLooksIntoIt() throws Exception {
        DatabaseUrl target = Fresh.url("prepared");
        JdbcClient server = JdbcClient.create(source(Fresh.url("postgres")));
        server.sql("CREATE DATABASE prepared TEMPLATE template0 ICU_LOCALE 'en-US'")
                .update();
        server.sql("REVOKE CONNECT ON DATABASE prepared FROM PUBLIC").update();
        server.sql("ALTER DATABASE prepared SET search_path = \"$user\", public, \"Özel\"")
                .update();
        server.sql("ALTER DATABASE prepared SET default_transaction_read_only = on")
                .update();
        List<String> settings = settings(server);
        try (Connection monitoring = target.connect()) {
            CheckedArchive.open(archive, progress()).restore(new Restore(target), Restore.Proof.COUNTS, progress());
            assertThat(monitoring.isValid(5)).isFalse();
        }
        assertThat(new Releases(JdbcClient.create(source(target))).current()).hasValue(2);
        assertThat(server.sql("SELECT daticulocale, has_database_privilege('public', oid, 'CONNECT') AS connect,"
                                + " has_database_privilege('public', oid, 'TEMPORARY') AS temporary"
                                + " FROM pg_database WHERE datname = 'prepared'")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("daticulocale", "en-US", "connect", false, "temporary", true));
        assertThat(settings(server)).isEqualTo(settings).hasSize(2);
    }

    private static List<String> settings(JdbcClient server) {
        return server.sql(
                        "SELECT unnest(setconfig) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase"
                                + " WHERE d.datname = 'prepared' ORDER BY 1")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void aServerThatEndsWhoIdlesInATransactionIsSavedAllTheSame() throws Exception {
        PGSimpleDataSource impatient = SmallCity.few();
        String name = impatient.getDatabaseName();
        JdbcClient.create(impatient)
                .sql("ALTER DATABASE " + name + " SET idle_in_transaction_session_timeout = '100ms'")
                .update();
        Path saved = new Backup("small", city.inDatabase(String.valueOf(name)), Map.of())
                .into(folder.resolve("impatient"), progress());
        CheckedArchive.open(saved, progress());
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
        for (int kill = 0; kill < 3; kill++) {
            Process process = BackupProcess.start(city, parent);
            BackupProcess.awaitMaking(process, parent);
            long pause = random.nextLong(1_500_000_000L);
            LockSupport.parkNanos(pause);
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
