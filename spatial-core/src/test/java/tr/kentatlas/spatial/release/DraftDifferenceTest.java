package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.building;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.feature.FeatureId;

class DraftDifferenceTest {
    private final Trial trial = new Trial();

    @Test
    void aDraftKnowsHowManyObjectsAreNewChangedAndGoneAgainstWhatIsServed() {
        trial.load(building("a", 0, 1), building("b", 20, 1), building("c", 40, 1));
        trial.draft();
        assertThat(differences(1)).as("nothing is served yet").isEmpty();
        trial.release();
        trial.load(building("a", 0, 2), building("d", 60, 1), building("e", 80, 1));
        trial.jdbc
                .sql("DELETE FROM working.bina WHERE tucbs_no = ?")
                .param(FeatureId.of("test", "bina", "b"))
                .update();
        long draft = trial.draft().number();
        Map<String, String> differences = differences(draft);
        assertThat(differences).containsEntry("bina", "2 new, 1 changed, 1 gone");
        differences.remove("bina");
        assertThat(differences)
                .isNotEmpty()
                .allSatisfy((theme, none) -> assertThat(none).isEqualTo("0 new, 0 changed, 0 gone"));
    }

    private Map<String, String> differences(long draft) {
        Map<String, String> told = new HashMap<>();
        trial.jdbc
                .sql("SELECT theme, format('%s new, %s changed, %s gone', added, changed, gone) FROM release.difference"
                        + " WHERE release_no = ?")
                .param(draft)
                .query(row -> {
                    told.put(row.getString(1), row.getString(2));
                });
        return told;
    }
}
