package tr.kentatlas.spatial.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.sample.PlantedDefect;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;

class SampleRulesTest {
    @Test
    void theSampleCityIsClean() {
        RuleTrial trial = new RuleTrial().load(SampleCity.of(Size.valueOf(System.getProperty("qsize", "SMALL")), 1));
        long t0 = System.nanoTime();
        Release draft = trial.draft();
        System.out.println("QTIME draft " + (System.nanoTime() - t0) / 1000000);
        t0 = System.nanoTime();
        var found = trial.check();
        System.out.println("QTIME check " + (System.nanoTime() - t0) / 1000000 + " " + found);
        for (String rule : found.keySet())
            trial.findings(draft, rule).stream().limit(6).forEach(f -> System.out.println("QTIME " + f));
        assertThat(found).isEmpty();
    }

    @Test
    void everyDefectPlantedInTheSampleCityIsFound() {
        SampleCity spoilt = SampleCity.of(Size.SMALL, 1).withDefects();
        RuleTrial trial = new RuleTrial().load(spoilt);
        Release draft = trial.draft();
        System.out.println("QTIME defects " + trial.check());
        SoftAssertions all = new SoftAssertions();
        for (PlantedDefect defect : spoilt.plantedDefects()) {
            List<Finding> found = trial.findings(draft, defect.ruleId());
            all.assertThat(found.stream().anyMatch(f -> Objects.equals(f.tucbsNo(), defect.tucbsNo())))
                    .as(defect.toString())
                    .isTrue();
        }
        all.assertAll();
    }
}
