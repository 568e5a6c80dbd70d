package tr.kentatlas.spatial.store.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.Records.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;

class WorkingEditsTest {
    private static final Editor EDITOR = new Editor("A. Yılmaz", "field survey");

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final WorkingEdits edits = new WorkingEdits(city, TestCity.MODEL, TestCity.SRID);

    @Test
    void anEditMakesTheNextVersionAndNamesItsEditor() {
        UUID id = insert(building("a", 0, 5));
        EditResult result = edits.edit(seen(id, 1), floors("a", 6), EDITOR);
        assertThat(result).isEqualTo(new EditResult.Done(id, 2));
        assertThat(jdbc.sql("SELECT b.kat_ustu, b.degistiren, c.reason FROM working.bina b JOIN working.change_set c"
                                + " USING (change_set)")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("kat_ustu", 6, "degistiren", "A. Yılmaz", "reason", "field survey"));
    }

    @Test
    void aWriteFromAnOlderVersionIsRefusedWithWhatIsKnownNow() {
        UUID id = insert(building("a", 0, 5));
        edits.edit(seen(id, 1), floors("a", 6), EDITOR);
        EditResult late = edits.edit(seen(id, 1), floors("a", 9), EDITOR);
        assertThat(late).isInstanceOfSatisfying(EditResult.Stale.class, stale -> {
            assertThat(stale.seen().version()).isEqualTo(1);
            assertThat(stale.current()).containsEntry("surum_no", 2).containsEntry("kat_ustu", 6);
        });
    }

    @Test
    void aChangeOfNothingIsRefused() {
        UUID id = insert(building("a", 0, 5));
        FeatureRecord nothing = new FeatureRecord("bina", id, Map.of(), null);
        assertThatThrownBy(() -> edits.edit(seen(id, 1), nothing, EDITOR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoEditorsAtOnceExactlyOneIsDone() throws Exception {
        UUID id = insert(building("a", 0, 5));
        Callable<EditResult> six = () -> edits.edit(seen(id, 1), floors("a", 6), EDITOR);
        Callable<EditResult> nine = () -> edits.edit(seen(id, 1), floors("a", 9), EDITOR);
        try (var both = Executors.newFixedThreadPool(2)) {
            long done = both.invokeAll(List.of(six, nine)).stream()
                    .filter(result -> result.resultNow() instanceof EditResult.Done)
                    .count();
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void aSplitRetiresTheOldNumberAndKeepsItsLineage() {
        UUID id = insert(building("whole", 0, 5));
        edits.split(seen(id, 1), List.of(building("left", 0, 5), building("right", 20, 5)), EDITOR);
        assertThat(jdbc.sql("SELECT count(*) FROM working.bina")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM working.nesne_soyu WHERE eski = ? AND tur = 'split'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aMergeIsRefusedWholeWhenOneOfItsPartsIsStale() {
        UUID left = insert(building("left", 0, 5));
        UUID right = insert(building("right", 20, 5));
        edits.edit(seen(right, 1), floors("right", 6), EDITOR);
        EditResult result = edits.merge(List.of(seen(left, 1), seen(right, 1)), building("whole", 0, 5), EDITOR);
        assertThat(result).isInstanceOf(EditResult.Stale.class);
        assertThat(jdbc.sql("SELECT count(*) FROM working.bina")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRetiredObjectLivesOnInItsHistory() {
        UUID id = insert(building("a", 0, 5));
        assertThat(edits.retire(seen(id, 1), EDITOR)).isEqualTo(new EditResult.Done(id, 1));
        assertThat(jdbc.sql("SELECT ended_how FROM working.bina_gecmis WHERE tucbs_no = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("delete");
    }

    @Test
    void repeatedAttributesAndDatesAreStored() {
        UUID parcel = UUID.fromString("00000000-0000-8000-8000-000000000001");
        insert(record("bina", "a", null, "parsel", List.of(parcel), "ruhsat_tarihi", LocalDate.of(2020, 5, 1)));
        assertThat(jdbc.sql("SELECT parsel[1] FROM working.bina WHERE ruhsat_tarihi = '2020-05-01'")
                        .query(UUID.class)
                        .single())
                .isEqualTo(parcel);
    }

    private UUID insert(FeatureRecord entry) {
        edits.insert(entry, EDITOR);
        return Objects.requireNonNull(entry.id());
    }

    private static ObjectVersion seen(UUID id, int version) {
        return ObjectVersion.of("bina", id, version);
    }

    private static FeatureRecord floors(String key, int floors) {
        return record("bina", key, null, "kat_ustu", floors);
    }
}
