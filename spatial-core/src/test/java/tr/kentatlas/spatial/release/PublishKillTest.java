package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** {@code kill -9} in the middle of a release or an import: what was served stays whole, and the command can be given again. */
class PublishKillTest {
    private static final long SEED = 7;
    private static final long OTHER_SEED = 8;
    /** Of each type: after every kill all that is served is read and compared. */
    private static final int MOST = 300;

    private static final List<Moment> RELEASE_MOMENTS = List.of(
            new Moment("freezing bina", 60),
            new Moment("freezing agac done", 40),
            new Moment("publishing bina", 60),
            new Moment("publishing bina done", 5),
            new Moment("ministry views", 60),
            new Moment("place index", 100),
            new Moment("moving the pointer", 1),
            new Moment("moving the pointer done", 10));
    private static final List<Moment> IMPORT_MOMENTS =
            List.of(new Moment("reading", 900), new Moment("storing", 30), new Moment("storing ornek:small:8 9", 60));

    private static final PostgisServer.Template CHANGED = PostgisServer.shared().template("second-release", db -> {
        PGSimpleDataSource city = (PGSimpleDataSource) db;
        new Migrations(city, TestCity.SRID).migrate();
        KilledJob.load(city, SEED, Progress.silent());
        JdbcClient jdbc = JdbcClient.create(city);
        TestCity.MODEL
                .types()
                .forEach(type -> jdbc.sql("DELETE FROM working." + type.name() + " WHERE row_no > ?")
                        .param(MOST)
                        .update());
        KilledJob.release(city, List.of(), Progress.silent());
        jdbc.sql("UPDATE working.bina SET kat_ustu = coalesce(kat_ustu, 0) + 1 WHERE row_no % 3 = 0")
                .update();
        jdbc.sql("UPDATE working.parsel SET ada_no = ada_no || 'x' WHERE row_no % 3 = 0")
                .update();
    });

    private final PGSimpleDataSource city = PostgisServer.shared().newDatabase(CHANGED);
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final Random random = new Random(1923);

    @TempDir
    private Path index;

    /** Some time after the process has told that line. */
    private record Moment(String line, int withinMillis) {}

    /** Each is given after all that the ones before it left lying about. */
    @Test
    void aReleaseKilledAgainAndAgainLeavesTheServedOneWholeAndIsGivenAgain() throws Exception {
        Map<String, String> first = served();
        long release = current();
        Map<String, String> whole = first;
        for (Moment moment : RELEASE_MOMENTS) {
            kill(KilledJob.Work.RELEASE, SEED, moment);
            if (current() == release) {
                assertThat(served()).as(moment.toString()).isEqualTo(whole);
            } else {
                assertThat(moment.line()).startsWith("moving the pointer");
                release = current();
                whole = served();
            }
        }
        KilledJob.release(city, KilledJob.steps(city, index), Progress.silent());
        assertThat(current()).isGreaterThan(release);
        assertThat(served()).isNotEqualTo(first);
        nothingIsLeftOver();
    }

    @Test
    void anImportKilledAgainAndAgainLeavesNothingAndIsGivenAgain() throws Exception {
        List<String> before = workingData();
        for (Moment moment : IMPORT_MOMENTS) {
            assertThat(kill(KilledJob.Work.IMPORT, OTHER_SEED, moment))
                    .as("still running at " + moment)
                    .isTrue();
            assertThat(workingData()).as(moment.toString()).isEqualTo(before);
        }
        KilledJob.load(city, OTHER_SEED, Progress.silent());
        assertThat(workingData()).isNotEqualTo(before);
        nothingIsLocked();
    }

    private boolean kill(KilledJob.Work work, long seed, Moment moment) throws Exception {
        long pause = random.nextLong(moment.withinMillis() * 1_000_000L);
        boolean running = KilledJob.killAt(work, city, seed, index, moment.line(), pause);
        awaitItsConnectionsGone();
        nothingIsLocked();
        return running;
    }

    private long current() {
        return new Releases(jdbc).current().orElseThrow();
    }

    /** Every table of the release readers see, by both walls: rows and content. */
    private Map<String, String> served() {
        Map<String, String> content = new TreeMap<>();
        new Releases(jdbc)
                .find(current())
                .orElseThrow()
                .snapshots()
                .forEach(snapshot -> tablesOf(snapshot).forEach(table -> content.put(table, hash(table))));
        return content;
    }

    private List<String> tablesOf(Snapshot snapshot) {
        List<String> tables = jdbc.sql(
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN (?, ?) ORDER BY 1")
                .params("acik_" + snapshot.id(), "yayin_" + snapshot.id())
                .query((row, n) -> row.getString(1))
                .list();
        snapshot.rowCounts()
                .forEach((type, rows) -> assertThat(count("yayin_" + snapshot.id() + "." + type))
                        .as(type)
                        .isEqualTo(rows));
        return tables;
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private String hash(String table) {
        return jdbc.sql("SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM " + table + " t")
                .query(String.class)
                .single();
    }

    private List<String> workingData() {
        List<String> all = jdbc.sql("SELECT schemaname || '.' || tablename FROM pg_tables"
                        + " WHERE schemaname IN ('working', 'ingest') ORDER BY 1")
                .query((row, n) -> row.getString(1))
                .list();
        return all.stream().map(table -> table + " " + count(table)).toList();
    }

    /** The server notices a dead client when it next writes to it. */
    private void awaitItsConnectionsGone() {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (connections() > 0) {
            assertThat(System.nanoTime()).as("the killed process' sessions end").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private long connections() {
        return jdbc.sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?")
                .param(KilledJob.NAME)
                .query(Long.class)
                .single();
    }

    private void nothingIsLeftOver() {
        assertThat(jdbc.sql("""
                        SELECT nspname FROM pg_namespace WHERE nspname ~ '^(yayin|acik)_[0-9]+$' AND NOT EXISTS (
                            SELECT FROM release.snapshot s JOIN release.content c USING (snapshot_id)
                              JOIN release.release r USING (release_no)
                             WHERE s.state = 'published' AND r.state = 'published'
                               AND nspname IN ('yayin_' || s.snapshot_id, 'acik_' || s.snapshot_id))
                        """).query((row, n) -> row.getString(1)).list())
                .as("schemas no release needs")
                .isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM release.release WHERE state = 'draft'")
                        .query(Long.class)
                        .single())
                .isZero();
        nothingIsLocked();
    }

    private void nothingIsLocked() {
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'
                           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """).query(Long.class).single())
                .as("advisory locks")
                .isZero();
    }
}
