package tr.kentatlas.spatial.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.quality.CleanCity.id;
import static tr.kentatlas.spatial.quality.CleanCity.polygon;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.feature.FeatureRecord;

class HoldBackTest {
    private static final UUID NOWHERE = id("parsel", "yok");

    @Test
    void whoHoldsBackIsNamedInTheHistory() {
        RuleTrial trial = RuleTrial.of("G1")
                .load(new CleanCity().at("bina", "b", polygon(40, 110, 50, 120, 50, 110, 40, 120, 40, 110)));
        assertThat(holdBack(trial)).isEqualTo(Map.of("bina", 1));
        assertThat(trial.jdbc
                        .sql("SELECT kayit_durumu, degistiren, islem_gerekcesi FROM working.bina WHERE tucbs_no = ?")
                        .param(id("bina", "b"))
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "kayit_durumu", "taslak", "degistiren", "ayse.yilmaz", "islem_gerekcesi", "bekletildi: G1"));
        assertThat(trial.jdbc
                        .sql("SELECT made_by FROM working.change_set ORDER BY change_set DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("ayse.yilmaz");
    }

    @Test
    void ofAnObjectThatRefersToNothingOnlyTheReferenceIsHeldBack() {
        RuleTrial trial = RuleTrial.of("I4").load(new CleanCity().with("numarataj", "b", "parsel", NOWHERE));
        assertThat(holdBack(trial)).isEqualTo(Map.of("numarataj.parsel", 1));
        assertThat(door(trial, "numarataj"))
                .containsEntry("kayit_durumu", "aktif")
                .containsEntry("bina", id("bina", "b"))
                .containsEntry("parsel", null)
                .containsEntry("why", "bekletildi: parsel");
        assertThat(door(trial, "numarataj_gecmis")).containsEntry("parsel", NOWHERE);
    }

    @Test
    void whoRefersToWhatIsHeldBackIsHeldBackWithTheReference() {
        RuleTrial trial = RuleTrial.of("G1", "I4")
                .load(new CleanCity().at("bina", "b", polygon(40, 110, 50, 120, 50, 110, 40, 120, 40, 110)));
        assertThat(holdBack(trial)).isEqualTo(Map.of("bina", 1));
        assertThat(holdBack(trial)).containsKey("numarataj").doesNotContainKey("numarataj.bina");
        assertThat(door(trial, "numarataj"))
                .containsEntry("kayit_durumu", "taslak")
                .containsEntry("bina", id("bina", "b"));
    }

    @Test
    void whatIsHeldBackIsNoEditOfPeople() {
        RuleTrial trial = RuleTrial.of("I4").load(new CleanCity().with("numarataj", "b", "parsel", NOWHERE));
        holdBack(trial);
        assertThat(trial.jdbc
                        .sql("SELECT bool_and(of_import) FROM working.change_set")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void ofSeveralReferencesThoseThatLeadSomewhereStayInTheirOrder() {
        UUID first = id("parsel", "1");
        UUID last = id("parsel", "2");
        RuleTrial trial = RuleTrial.of("I4")
                .load(new CleanCity()
                        .add(parcel("1"))
                        .add(parcel("2"))
                        .with("bina", "a", "parsel", List.of(last, NOWHERE, first)));
        assertThat(holdBack(trial)).isEqualTo(Map.of("bina.parsel", 1));
        assertThat(trial.jdbc
                        .sql("SELECT parsel FROM working.bina WHERE parsel IS NOT NULL")
                        .query((row, n) -> List.of((Object[]) row.getArray(1).getArray()))
                        .single())
                .isEqualTo(List.of(last, first));
        trial.draft();
        assertThat(trial.check()).isEmpty();
    }

    private static FeatureRecord parcel(String key) {
        return record("parsel", key, CleanCity.box(20, 110, 10, 10));
    }

    private static Map<String, @Nullable Object> door(RuleTrial trial, String table) {
        return trial.jdbc
                .sql("SELECT kayit_durumu, bina, parsel, islem_gerekcesi AS why FROM working." + table
                        + " WHERE tucbs_no = ?")
                .param(id("numarataj", "b"))
                .query()
                .singleRow();
    }

    private static Map<String, Integer> holdBack(RuleTrial trial) {
        var draft = trial.draft();
        trial.check();
        return new HoldBack(trial.city).from(draft, "ayse.yilmaz");
    }
}
