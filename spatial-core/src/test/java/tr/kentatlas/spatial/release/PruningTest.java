package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.release.Release.State.DROPPED;
import static tr.kentatlas.spatial.release.Release.State.PUBLISHED;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;
import tr.kentatlas.spatial.store.sql.OneTransaction;

class PruningTest {
    private final Trial trial = new Trial();

    @Test
    void whatWasReplacedLongAgoGoesAndTheNewestThreeStay() {
        trial.releases(4);
        age();
        trial.releases(1);
        assertThat(trial.numbers(DROPPED)).containsExactly(1L, 2L);
        assertThat(trial.numbers(PUBLISHED)).containsExactly(3L, 4L, 5L);
        assertThat(schemasOfDropped()).isZero();
    }

    @Test
    void whatWasReplacedJustNowMayStillHaveReaders() {
        trial.releases(5);
        assertThat(trial.numbers(PUBLISHED)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aReleaseThatWasServedAgainCountsFromItsLastTurn() {
        trial.releases(4);
        trial.publisher().rollback(1L, "tester", "the others were wrong");
        age("32 days");
        trial.releases(3);
        assertThat(trial.numbers(DROPPED)).containsExactly(2L, 3L, 4L);
        age();
        trial.releases(1);
        assertThat(trial.numbers(DROPPED)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aWithdrawnReleaseTakesNoPlaceOfOneThatIsKeptAndStaysAMonthForWhoWasToldOfIt() {
        trial.releases(2);
        trial.publisher().rollback(null, "tester", "wrong floors");
        trial.releases(2);
        age();
        trial.releases(1);
        assertThat(trial.numbers(PUBLISHED)).containsExactly(2L, 3L, 4L, 5L);
        age("30 days");
        trial.releases(1);
        assertThat(trial.numbers(PUBLISHED)).containsExactly(2L, 4L, 5L, 6L);
        age("1 day");
        trial.releases(1);
        assertThat(trial.numbers(PUBLISHED)).containsExactly(5L, 6L, 7L);
    }

    @Test
    void theMonthOfAWithdrawnReleaseBeginsWhenItIsTakenBack() {
        trial.releases(3);
        age("32 days");
        trial.publisher().rollback(1L, "tester", "wrong floors");
        trial.releases(1);
        assertThat(trial.numbers(PUBLISHED)).containsExactly(1L, 2L, 3L, 4L);
        age("32 days");
        trial.releases(1);
        assertThat(trial.numbers(DROPPED)).containsExactly(2L, 3L);
    }

    @Test
    void aSnapshotIsDroppedWholeOrNotAtAllAndTheReleaseIsServedAnyhow() {
        trial.releases(4);
        age();
        trial.jdbc.sql("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stopped'; END $$;
                CREATE TRIGGER stop BEFORE UPDATE ON release.snapshot FOR EACH ROW WHEN (NEW.state = 'dropped') EXECUTE FUNCTION refuse()
                """).update();
        trial.releases(1);
        assertThat(trial.releases.current()).hasValue(5);
        assertThat(trial.jdbc
                        .sql(
                                "SELECT count(*) FROM release.snapshot WHERE to_regnamespace('yayin_' || snapshot_id) IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
        trial.jdbc.sql("DROP TRIGGER stop ON release.snapshot").update();
        trial.releases(1);
        assertThat(trial.jdbc
                        .sql("SELECT count(*) FROM release.snapshot WHERE state = 'dropped'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(schemasOfDropped()).isZero();
    }

    @Test
    void aDraftThatIsReplacedLeavesNoCopyOfTheCityUnlessItWasApproved() {
        trial.releases(1);
        trial.load(building("a", 0, 50)).draft();
        trial.load(building("a", 0, 51)).draft();
        assertThat(copiesOfBuildings()).as("served and drafted").isEqualTo(2);
        trial.publisher().check(Trial.QUIET);
        trial.publisher().approve(List.of(), Trial.COUNCIL);
        trial.publisher().draft(List.of("adres"), "tester", null, Replacing.ANY, Trial.QUIET);
        assertThat(copiesOfBuildings()).as("served and approved").isEqualTo(2);
        trial.draft();
        assertThat(copiesOfBuildings()).as("what was approved is drafted again").isEqualTo(2);
        trial.publisher().check(Trial.QUIET);
        assertThat(trial.publisher().publish("tester", null, Trial.QUIET).number())
                .isEqualTo(5);
        assertThat(schemasOfDropped()).isZero();
    }

    @Test
    void whatTheRulesFoundGoesWithTheDraftAndHowMuchItWasStays() {
        trial.releases(1);
        trial.load(building("a", 0, 50)).draft();
        trial.publisher(new Outcome("BU1", Severity.BLOCKER, 2)).check(Trial.QUIET);
        find(2);
        trial.load(building("a", 0, 51)).draft();
        find(3);
        assertThat(trial.jdbc
                        .sql("SELECT release_no FROM release.finding")
                        .query(Integer.class)
                        .list())
                .containsExactly(3);
        assertThat(trial.jdbc
                        .sql("SELECT found FROM release.check_run WHERE release_no = 2 AND rule_id = 'BU1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoReadsAnOldReleaseForLongKeepsItAloneFromBeingDropped() throws SQLException {
        trial.releases(5);
        age();
        try (Connection reader = trial.city.getConnection();
                OneTransaction whole = OneTransaction.on(reader)) {
            assertThat(whole.jdbc()
                            .sql("SELECT count(*) FROM yayin_" + buildingsOf(1) + ".bina")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            trial.releases(1);
            assertThat(stateOf(buildingsOf(1))).isEqualTo("published");
            assertThat(stateOf(buildingsOf(2))).isEqualTo("dropped");
        }
    }

    private long buildingsOf(long release) {
        return trial.jdbc
                .sql("SELECT snapshot_id FROM release.content WHERE release_no = ? AND theme = 'bina'")
                .param(release)
                .query(Long.class)
                .single();
    }

    private String stateOf(long snapshot) {
        return trial.jdbc
                .sql("SELECT state FROM release.snapshot WHERE snapshot_id = ?")
                .param(snapshot)
                .query(String.class)
                .single();
    }

    private void find(long release) {
        trial.jdbc
                .sql(
                        "INSERT INTO release.finding (release_no, snapshot_id, rule_id, severity, type)"
                                + " SELECT release_no, snapshot_id, 'BU1', 'blocker', 'bina' FROM release.content WHERE release_no = ? AND theme = 'bina'")
                .param(release)
                .update();
    }

    private int copiesOfBuildings() {
        return trial.jdbc
                .sql(
                        "SELECT count(*) FROM pg_class WHERE relname = 'bina' AND relkind = 'r' AND relnamespace::regnamespace::text LIKE 'yayin_%'")
                .query(Integer.class)
                .single();
    }

    /** As if all that happened had happened two hours earlier. */
    private void age() {
        age("2 hours");
    }

    private void age(String by) {
        trial.jdbc
                .sql("UPDATE release.journal SET at = at - ?::interval")
                .param(by)
                .update();
    }

    private int schemasOfDropped() {
        return trial.jdbc.sql("""
                SELECT count(*) FROM release.snapshot
                 WHERE state = 'dropped' AND coalesce(to_regnamespace('yayin_' || snapshot_id), to_regnamespace('acik_' || snapshot_id)) IS NOT NULL
                """).query(Integer.class).single();
    }
}
