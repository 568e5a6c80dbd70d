package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** {@code kill -9} in the middle of a release or an import: what was served stays whole, and the command can be given again. */
class PublishKillTest {
    private static final long SEED = 7;
    private static final PostgisServer.Template CHANGED = PostgisServer.shared().template("second-release", db -> {
        PGSimpleDataSource city = (PGSimpleDataSource) db;
        new Migrations(city, TestCity.SRID).migrate();
        KilledJob.load(city, SEED, Progress.silent());
        KilledJob.release(city, Progress.silent());
        JdbcClient jdbc = JdbcClient.create(city);
        jdbc.sql("UPDATE working.bina SET kat_ustu = coalesce(kat_ustu, 0) + 1 WHERE row_no % 3 = 0")
                .update();
        jdbc.sql("UPDATE working.parsel SET ada_no = ada_no || 'x' WHERE row_no % 3 = 0")
                .update();
    });

    private final PGSimpleDataSource city = PostgisServer.shared().newDatabase(CHANGED);
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final Random random = new Random(1923);

    @ParameterizedTest
    @CsvSource({
        "freezing bina, 60",
        "freezing parsel, 100",
        "freezing sebeke_hatti, 20",
        "freezing agac done, 40",
        "publishing bina, 60",
        "publishing bina done, 5",
        "moving the pointer, 1",
        "moving the pointer done, 10",
    })
    void aKilledReleaseLeavesTheServedOneWholeAndIsGivenAgain(String moment, int withinMillis) throws Exception {
        Map<String, String> first = served();
        long pause = random.nextLong(withinMillis * 1_000_000L);
        KilledJob.killAt(KilledJob.Work.RELEASE, city, SEED, moment, pause);
        awaitItsConnectionsGone();
        long now = current();
        assertThat(now).as("killed at " + moment).isBetween(1L, 2L);
        if (now == 1) assertThat(served()).isEqualTo(first);
        KilledJob.release(city, Progress.silent());
        assertThat(current()).isGreaterThan(1);
        assertThat(served()).isNotEqualTo(first);
        nothingIsLeftOver();
    }

    @ParameterizedTest
    @CsvSource({"reading, 900", "storing, 30", "storing ornek:small:8 9, 60"})
    void aKilledImportLeavesNothingAndIsGivenAgain(String moment, int withinMillis) throws Exception {
        List<String> before = workingData();
        long pause = random.nextLong(withinMillis * 1_000_000L);
        boolean running = KilledJob.killAt(KilledJob.Work.IMPORT, city, 8, moment, pause);
        assertThat(running).isTrue();
        awaitItsConnectionsGone();
        assertThat(workingData()).isEqualTo(before);
        KilledJob.load(city, 8, Progress.silent());
        assertThat(workingData()).isNotEqualTo(before);
        nothingIsLocked();
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
