package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/** A file that is imported again does not silently undo what people did here meanwhile. */
class EditsTest {
    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final Importer importer = new Importer(city, TestCity.MODEL, TestCity.SRID);

    @Test
    void anEditMadeHereRefusesTheFileThatWouldUndoIt() {
        load(building("a", 0, 5), building("b", 20, 3));
        edit("UPDATE working.bina SET kat_ustu = 6 WHERE kat_ustu = 5");
        assertThatThrownBy(() -> load(building("a", 0, 5), building("b", 20, 4)))
                .isInstanceOfSatisfying(EditsInTheWay.class, e -> {
                    assertThat(e.count()).isEqualTo(1);
                    assertThat(e.first()).singleElement().asString().contains("ayşe", "kat_ustu");
                });
        assertThat(floors()).containsExactly(3, 6);
    }

    @Test
    void anEditIsKeptAndListedOrOverwrittenAsWasAskedFor() {
        load(building("a", 0, 5), building("b", 20, 3));
        edit("UPDATE working.bina SET kat_ustu = 6 WHERE kat_ustu = 5");
        var kept = load(Edits.KEEP, building("b", 20, 4), building("a", 0, 5));
        assertThat(kept.counts("bina")).isEqualTo(new ImportReport.TypeCounts(2, 0, 1, 1, 0));
        assertThat(kept.kept()).isEqualTo(1);
        assertThat(floors()).containsExactly(4, 6);
        assertThat(jdbc.sql("SELECT record_no || ' ' || reason FROM ingest.reject")
                        .query(String.class)
                        .single())
                .startsWith("2 was edited here since it was imported by ayşe on ");
        load(Edits.OVERWRITE, building("a", 0, 5));
        assertThat(floors()).containsExactly(4, 5);
        assertThat(load(building("a", 0, 7)).kept()).isZero();
    }

    @Test
    void whatWasEditedHereIsNotInTheWayWhereTheFileSaysNothingElse() {
        load(record("bina", "a", square(0, 10), "kat_ustu", 5, "adi", "Çınar"));
        edit("UPDATE working.bina SET adi = 'Çınar Apartmanı'");
        assertThat(load(record("bina", "a", square(0, 10), "kat_ustu", 6))
                        .counts("bina")
                        .changed())
                .as("a column the file does not give")
                .isEqualTo(1);
        edit("UPDATE working.bina SET kat_ustu = 8");
        assertThat(load(record("bina", "a", square(0, 10), "kat_ustu", 8)).kept())
                .as("the file says the same")
                .isZero();
    }

    @Test
    void whatWasDeletedHereComesBackOnlyWhenTheFileShallCount() {
        load(building("a", 0, 5), building("b", 20, 3));
        edit("DELETE FROM working.bina WHERE kat_ustu = 5");
        assertThatThrownBy(() -> load(building("a", 0, 5))).hasMessageContaining("deleted");
        assertThat(load(Edits.KEEP, building("a", 0, 5)).kept()).isEqualTo(1);
        assertThat(floors()).containsExactly(3);
        load(Edits.OVERWRITE, building("a", 0, 5));
        assertThat(floors()).containsExactly(3, 5);
    }

    @Test
    void anEditIsStillGuardedAfterAnImportOfOtherColumns() {
        load(record("bina", "a", square(0, 10), "kat_ustu", 5, "adi", "Çınar"));
        edit("UPDATE working.bina SET adi = 'Çınar Apartmanı'");
        load(record("bina", "a", square(0, 10), "kat_ustu", 6));
        assertThatThrownBy(() -> load(record("bina", "a", square(0, 10), "kat_ustu", 6, "adi", "Çınar")))
                .isInstanceOf(EditsInTheWay.class)
                .hasMessageContaining("ayşe")
                .hasMessageContaining(": adi");
        assertThat(load(record("bina", "a", square(0, 10), "kat_ustu", 7))
                        .counts("bina")
                        .changed())
                .as("a column no one edited")
                .isEqualTo(1);
    }

    @Test
    void whatWasEditedBackIsNotInTheWay() {
        load(building("a", 0, 5));
        edit("UPDATE working.bina SET kat_ustu = 6");
        edit("UPDATE working.bina SET kat_ustu = 5");
        assertThat(load(building("a", 0, 7)).counts("bina").changed()).isEqualTo(1);
    }

    @Test
    void whatAnImportSaidOfAnObjectBeforeItWasDeletedAndBroughtBackIsNotItsLastWord() {
        load(building("a", 0, 5));
        load(building("a", 0, 6));
        edit("DELETE FROM working.bina");
        load(Edits.OVERWRITE, building("a", 0, 9));
        edit("UPDATE working.bina SET kat_ustu = 6");
        assertThatThrownBy(() -> load(building("a", 0, 9))).hasMessageContaining("kat_ustu");
    }

    @Test
    void whatWasMadeHereIsChangedOnlyByAFileThatStartsFromTheVersionKnown() {
        var made = building("a", 0, 5);
        edit("INSERT INTO working.bina (tucbs_no, kat_ustu, yapi_durum) VALUES ('" + made.id() + "', 5, 'functional')");
        assertThatThrownBy(() -> load(building("a", 0, 6))).hasMessageContaining("was made here and never imported");
        OffsetDateTime begun = jdbc.sql("SELECT surum_baslangic FROM working.bina")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .single();
        assertThatThrownBy(() -> load(derived(6, 1, begun.minusDays(1))))
                .as("version 1 of another system")
                .isInstanceOf(EditsInTheWay.class);
        assertThat(load(derived(6, 1, begun)).counts("bina").changed()).isEqualTo(1);
        edit("UPDATE working.bina SET kat_ustu = 8");
        assertThatThrownBy(() -> load(derived(7, 1, begun)))
                .as("edited since the file was made")
                .hasMessageContaining("kat_ustu");
        assertThat(floors()).containsExactly(8);
    }

    @Test
    void whatIsInTheWayIsToldWithWhoMadeItAndOnWhichDayOfTheCity() {
        load(record("bina", "a", square(0, 10), "kat_ustu", 5, "adi", "Çınar"));
        edit("UPDATE working.bina SET adi = 'Çınar Apartmanı'");
        jdbc.sql("UPDATE working.change_set SET made_at = '2026-03-01T21:30:00Z' WHERE made_by = 'ayşe'")
                .update();
        edit("mehmet", "UPDATE working.bina SET kat_ustu = 6");
        assertThatThrownBy(() -> load(record("bina", "a", square(0, 10), "adi", "Çınar")))
                .hasMessageContaining("by ayşe on 2026-03-02: adi");
    }

    @Test
    void whereThePeriodThatWasEditedStaysOpenTheNextOneIsRejected() {
        load(record("bina", "a", square(0, 10), "kat_ustu", 5, "gecerlilik_baslangic", day(2020)));
        edit("UPDATE working.bina SET kat_ustu = 6");
        FeatureRecord[] file = {
            record("bina", "a", null, "kat_ustu", 7, "gecerlilik_baslangic", day(2020), "gecerlilik_bitis", day(2025)),
            record("bina", "a", null, "kat_ustu", 8, "gecerlilik_baslangic", day(2025)),
            building("b", 20, 3)
        };
        assertThatThrownBy(() -> load(file)).isInstanceOf(EditsInTheWay.class);
        var report = load(Edits.KEEP, file);
        assertThat(report.counts("bina")).isEqualTo(new ImportReport.TypeCounts(3, 1, 0, 1, 1));
        assertThat(report.kept()).isEqualTo(1);
        assertThat(floors()).containsExactly(3, 6);
    }

    @Test
    void aPeriodWhoseBeginningWasEditedHereIsNotBroughtInBesideIt() {
        load(in2020(5));
        edit("UPDATE working.bina SET gecerlilik_baslangic = '2022-01-01', gecerlilik_bitis = '2023-01-01'");
        assertThatThrownBy(() -> load(in2020(5))).hasMessageContaining("gecerlilik_baslangic");
        assertThat(floors()).containsExactly(5);
    }

    @Test
    void aRowThatWasMovedAwayAndBackIsChangedByTheNextFiles() {
        load(in2020(5));
        edit("UPDATE working.bina SET gecerlilik_baslangic = '2022-01-01', gecerlilik_bitis = '2023-01-01'");
        load(Edits.OVERWRITE, in2020(5));
        edit("DELETE FROM working.bina WHERE gecerlilik_bitis < '2022-01-01'");
        edit(
                "UPDATE working.bina SET gecerlilik_baslangic = '2020-01-01T00:00Z', gecerlilik_bitis = '2021-01-01T00:00Z'");
        load(in2020(6));
        assertThat(load(in2020(7)).counts("bina").changed()).isEqualTo(1);
    }

    @Test
    void anEditUnderWayIsWaitedForAndKept() throws Exception {
        load(building("a", 0, 5));
        CompletableFuture<ImportReport> report;
        try (var editor = city.getConnection();
                var statement = editor.createStatement()) {
            editor.setAutoCommit(false);
            statement.execute("UPDATE working.bina SET kat_ustu = 6");
            report = CompletableFuture.supplyAsync(() -> load(Edits.KEEP, building("a", 0, 7)));
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!report.isDone() && !isAnybodyWaiting()) {
                assertThat(System.nanoTime()).as("the import waits").isLessThan(deadline);
                Thread.onSpinWait();
            }
            editor.commit();
        }
        assertThat(report.join().kept()).isEqualTo(1);
        assertThat(floors()).containsExactly(6);
    }

    @Test
    void whoNeverEndsAnEditIsNamed() throws Exception {
        try (var editor = city.getConnection();
                var connection = city.getConnection();
                var importing = OneTransaction.on(connection);
                var statement = editor.createStatement()) {
            editor.setAutoCommit(false);
            statement.execute("SELECT FROM working.bina FOR UPDATE");
            var lock = new WorkingLock(importing, Duration.ofMillis(20));
            assertThatThrownBy(() -> lock.take(Set.of("ada", "bina")))
                    .isInstanceOfSatisfying(
                            WorkingDataInUse.class, e -> assertThat(e.writers()).isEqualTo(city.getUser()));
            lock.take(Set.of("ada", "parsel"));
        }
    }

    private boolean isAnybodyWaiting() {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private static FeatureRecord derived(int floors, int version, OffsetDateTime begun) {
        return record("bina", "a", null, "kat_ustu", floors, "surum_no", version, "surum_baslangic", begun);
    }

    private static FeatureRecord in2020(int floors) {
        return record(
                "bina",
                "a",
                null,
                "gecerlilik_baslangic",
                day(2020),
                "gecerlilik_bitis",
                day(2021),
                "kat_ustu",
                floors);
    }

    private static OffsetDateTime day(int year) {
        return OffsetDateTime.parse(year + "-01-01T00:00:00Z");
    }

    /** As a person with a program of their own does. */
    private void edit(String sql) {
        edit("ayşe", sql);
    }

    private void edit(String actor, String sql) {
        new TransactionTemplate(new JdbcTransactionManager(city)).executeWithoutResult(status -> {
            jdbc.sql("SELECT set_config('kent.actor', ?, true)")
                    .param(actor)
                    .query()
                    .singleRow();
            jdbc.sql(sql).update();
        });
    }

    private List<Integer> floors() {
        return jdbc.sql("SELECT kat_ustu FROM working.bina ORDER BY kat_ustu")
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private ImportReport load(Edits edits, FeatureRecord... records) {
        return importer.run(ListSource.of(records), "tester", edits, Progress.silent());
    }

    private ImportReport load(FeatureRecord... records) {
        return load(Edits.REFUSE, records);
    }
}
