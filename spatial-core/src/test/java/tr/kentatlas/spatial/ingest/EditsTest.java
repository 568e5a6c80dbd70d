package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.progress.Progress;

/** A file that is imported again does not silently undo what people did here meanwhile. */
class EditsTest {
    private final org.postgresql.ds.PGSimpleDataSource city = TestCity.empty();
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

    /** As a person with a program of their own does. */
    private void edit(String sql) {
        new TransactionTemplate(new JdbcTransactionManager(city)).executeWithoutResult(status -> {
            jdbc.sql("SELECT set_config('kent.actor', 'ayşe', true)").query().singleRow();
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
