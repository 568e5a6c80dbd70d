package tr.kentatlas.spatial.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.quality.CleanCity.id;
import static tr.kentatlas.spatial.quality.CleanCity.point;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.release.Release;

class RulesTest {
    @Test
    void aCleanCityHasNoFindings() {
        RuleTrial trial = new RuleTrial().load(new CleanCity());
        trial.draft();
        assertThat(trial.check()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tr.kentatlas.spatial.quality.PlantedDefects#all")
    void aPlantedDefectIsFoundWithItsFeatureAndPlace(
            String rule, String what, Consumer<CleanCity> spoil, String type, String key) {
        CleanCity city = new CleanCity();
        spoil.accept(city);
        RuleTrial trial = RuleTrial.of(rule).load(city);
        Release draft = trial.draft();
        assertThat(trial.check()).containsOnlyKeys(rule);
        List<Finding> found = trial.findings(draft, rule);
        assertThat(found).extracting(Finding::tucbsNo).contains(id(type, key));
        assertThat(found).filteredOn(f -> id(type, key).equals(f.tucbsNo())).allSatisfy(f -> {
            assertThat(f.type()).isEqualTo(type);
            assertThat(f.detail()).isNotBlank();
            if (!what.startsWith("nowhere")) assertThat(f.place()).startsWith("{\"type\":\"");
        });
    }

    @Test
    void aDoorThatServesAFurtherBuildingIsItsMainEntranceToo() {
        RuleTrial trial = RuleTrial.of("AD3")
                .load(new CleanCity()
                        .with("numarataj", "b", "tip", "taliGiris")
                        .with("numarataj", "a", "diger_binalar", List.of(id("bina", "b"))));
        trial.draft();
        assertThat(trial.check()).isEmpty();
    }

    @Test
    void aNumberThatTwoFrozenFeaturesHaveIsFound() {
        RuleTrial trial = new RuleTrial().load(new CleanCity());
        Release draft = trial.draft();
        UUID number = id("bina", "a");
        trial.jdbc
                .sql("UPDATE " + table(trial, draft, "agac") + " SET tucbs_no = ?")
                .param(number)
                .update();
        assertThat(trial.check()).containsEntry("I1", 2L);
        assertThat(trial.findings(draft, "I1")).extracting(Finding::type).containsExactlyInAnyOrder("bina", "agac");
        assertThat(trial.findings(draft, "I1")).allMatch(f -> number.equals(f.tucbsNo()) && f.place() != null);
    }

    @Test
    void theNumberOfNothingIsNoIdentity() {
        UUID nil = new UUID(0, 0);
        FeatureRecord tree = record("agac", "x", point(50, 50), "tur", "çam");
        RuleTrial trial =
                new RuleTrial().load(new CleanCity().add(CleanCity.copy(tree, nil, tree.values(), tree.geometry())));
        trial.draft();
        assertThat(trial.check()).containsOnlyKeys("I1");
    }

    @Test
    void aVersionFromTheFutureIsFound() {
        RuleTrial trial = new RuleTrial().load(new CleanCity());
        Release draft = trial.draft();
        trial.jdbc
                .sql("UPDATE " + table(trial, draft, "agac") + " SET surum_baslangic = now() + interval '1 day'")
                .update();
        assertThat(trial.check()).containsOnlyKeys("I2");
        assertThat(trial.findings(draft, "I2"))
                .singleElement()
                .satisfies(f -> assertThat(f.place()).contains("Point"));
    }

    @Test
    void aValidityThatEndsBeforeItBeginsIsFound() {
        RuleTrial trial = new RuleTrial().load(new CleanCity());
        Release draft = trial.draft();
        trial.jdbc
                .sql("UPDATE " + table(trial, draft, "yol")
                        + " SET gecerlilik_baslangic = '2026-02-01', gecerlilik_bitis = '2026-01-01'")
                .update();
        assertThat(trial.check()).containsOnlyKeys("I2").containsEntry("I2", 2L);
        assertThat(trial.findings(draft, "I2"))
                .allSatisfy(f -> assertThat(f.place()).contains("LineString"));
    }

    private static String table(RuleTrial trial, Release draft, String type) {
        return FrozenTypes.of(draft, trial.jdbc)
                .find(type)
                .orElseThrow()
                .table()
                .name();
    }
}
