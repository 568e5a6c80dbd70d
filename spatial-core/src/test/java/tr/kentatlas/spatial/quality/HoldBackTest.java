package tr.kentatlas.spatial.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.quality.CleanCity.id;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.release.Release;

class HoldBackTest {
    @Test
    void whoHoldsBackIsNamedInTheHistory() {
        RuleTrial trial =
                RuleTrial.of("I4").load(new CleanCity().with("numarataj", "b", "parsel", id("parsel", "yok")));
        Release draft = trial.draft();
        trial.check();
        Map<String, Integer> held = new HoldBack(trial.city, TestCity.MODEL).from(draft, "ayse.yilmaz");
        assertThat(held).isEqualTo(Map.of("numarataj", 1));
        assertThat(trial.jdbc
                        .sql(
                                "SELECT kayit_durumu, degistiren, islem_gerekcesi FROM working.numarataj WHERE tucbs_no = ?")
                        .param(id("numarataj", "b"))
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "kayit_durumu", "taslak", "degistiren", "ayse.yilmaz", "islem_gerekcesi", "held back: I4"));
        assertThat(trial.jdbc
                        .sql("SELECT made_by FROM working.change_set ORDER BY change_set DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("ayse.yilmaz");
    }
}
