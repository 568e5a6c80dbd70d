package tr.kentatlas.api.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.report.ConsoleProgress;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.testsupport.Databases;
import tr.kentatlas.testsupport.PostgisServer;
import tr.kentatlas.testsupport.Scratch;

/** A city of two releases, with an agreement in force, and its backup; one for all tests of a JVM. */
final class SavedCity {
    static final Map<String, String> SOURCE = Map.of("path", "/cities/x.gpkg", "sha256", "00");

    private static final Decision COUNCIL =
            new Decision(Approval.COUNCIL, "2026/7", LocalDate.of(2026, 11, 10), "A. Yılmaz");

    private final DatabaseUrl url;
    private final KeyText key;
    private final Path archive;
    private final List<TableContent> content;

    private SavedCity() throws Exception {
        PGSimpleDataSource owner = SmallCity.few();
        url = url(owner);
        key = agreed(JdbcClient.create(owner));
        JdbcClient.create(owner)
                .sql("UPDATE working.bina SET kat_ustu = kat_ustu + 1 WHERE row_no % 7 = 0")
                .update();
        assertThat(publish(owner)).isEqualTo(2);
        archive = new Backup("small", url, SOURCE).into(Scratch.folder("backup"), progress());
        content = content(url);
    }

    static SavedCity shared() {
        return Holder.CITY;
    }

    DatabaseUrl url() {
        return url;
    }

    /** As it was saved. */
    List<TableContent> content() {
        return content;
    }

    KeyText key() {
        return key;
    }

    Path archive() {
        return archive;
    }

    /** An agreement in force, with a key of it. */
    private static KeyText agreed(JdbcClient owner) {
        long id = owner.sql(
                        "INSERT INTO exchange.agreement (number, state) VALUES ('2026/1', 'active') RETURNING agreement_id")
                .query(Long.class)
                .single();
        return Keys.ofAgreements(owner).make(id, "sunucu", Instant.now().plusSeconds(86_400), "test");
    }

    static long publish(PGSimpleDataSource owner) {
        Publisher publisher =
                new Publisher(owner, ModelReader.read(), SmallCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), COUNCIL);
        return publisher.publish("test", null, Progress.silent()).number();
    }

    static List<TableContent> content(DatabaseUrl database) throws Exception {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            try (var row = statement.executeQuery("SELECT pg_export_snapshot()")) {
                row.next();
                String snapshot = row.getString(1);
                List<String> tables = ContentReader.tables(holder);
                Progress.Step untold = Progress.silent().begin("reading", tables.size());
                return new ContentReader(database, 2).read(tables, snapshot, untold);
            }
        }
    }

    static ConsoleProgress progress() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new ConsoleProgress(nowhere, ConsoleProgress.Style.PLAIN_LINES);
    }

    private static DatabaseUrl url(PGSimpleDataSource source) {
        return new DatabaseUrl(
                source.getUrl(), String.valueOf(source.getUser()), new Secret(String.valueOf(source.getPassword())));
    }

    static PGSimpleDataSource source(DatabaseUrl url) {
        return Databases.at(
                new PGSimpleDataSource(),
                url.jdbcUrl(),
                url.user(),
                url.password().reveal());
    }

    /** Made when it is first asked for. */
    private static final class Holder {
        static final SavedCity CITY = PostgisServer.shared().kept(Holder::made);

        private static SavedCity made() {
            try {
                return new SavedCity();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
