package tr.kentatlas.spatial.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.sample.PlantedDefect;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;

class SampleRulesTest {
    @Test
    void theSampleCityIsClean() {
        RuleTrial trial = new RuleTrial().load(SampleCity.of(Size.SMALL, 1));
        trial.draft();
        assertThat(trial.check()).isEmpty();
    }

    @Test
    void everyDefectPlantedInTheSampleCityIsFound() {
        SampleCity spoilt = SampleCity.of(Size.SMALL, 1).withDefects();
        RuleTrial trial = new RuleTrial().load(spoilt);
        Release draft = trial.draft();
        trial.check();
        Set<String> rejected = Set.copyOf(trial.jdbc
                .sql("SELECT key FROM ingest.reject")
                .query((row, n) -> row.getString(1))
                .list());
        SoftAssertions all = new SoftAssertions();
        for (PlantedDefect defect : spoilt.plantedDefects()) {
            UUID feature = defect.tucbsNo();
            boolean refused = rejected.contains(feature == null ? "?" : feature.toString());
            all.assertThat(refused || places(trial, draft, defect.ruleId()).contains(String.valueOf(feature)))
                    .as(defect.toString())
                    .isTrue();
        }
        all.assertAll();
    }

    /** The features a rule is broken by; a building without a main entrance stands for its doors. */
    private static Set<String> places(RuleTrial trial, Release draft, String rule) {
        List<Finding> found = trial.findings(draft, rule);
        Set<String> features =
                found.stream().map(f -> String.valueOf(f.tucbsNo())).collect(Collectors.toSet());
        found.stream()
                .filter(f -> f.type().equals("bina"))
                .forEach(f -> trial.jdbc
                        .sql("SELECT tucbs_no::text FROM working.numarataj WHERE bina = ?")
                        .param(f.tucbsNo())
                        .query((row, n) -> row.getString(1))
                        .list()
                        .forEach(features::add));
        return features;
    }
}
