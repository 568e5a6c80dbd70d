package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.release.Trial.COUNCIL;
import static tr.kentatlas.spatial.release.Trial.QUIET;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

class GateTest {
    private final Trial trial = new Trial().load(building("a", 0, 5));
    private final Publisher strict = trial.publisher(new Outcome("BU1", Severity.ERROR, 2));

    @Test
    void aCheckThatWasNotRecordedToItsEndLeavesTheGateClosed() {
        trial.draft();
        strict.check(QUIET);
        trial.jdbc.sql("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stopped'; END $$;
                CREATE TRIGGER stop BEFORE INSERT ON release.check_run FOR EACH ROW EXECUTE FUNCTION refuse()
                """).update();
        assertThatThrownBy(() -> strict.check(QUIET)).hasMessageContaining("stopped");
        assertThatThrownBy(() -> strict.approve(List.of(), COUNCIL)).hasMessageContaining("NOT_CHECKED");
    }

    @Test
    void aCheckThatBreaksLeavesTheGateClosed() {
        trial.draft();
        trial.publisher().check(QUIET);
        Publisher broken = new Publisher(
                trial.city,
                TestCity.MODEL,
                TestCity.SRID,
                (draft, progress) -> {
                    throw new IllegalStateException("a rule broke");
                },
                List.of());
        assertThatThrownBy(() -> broken.check(QUIET)).hasMessageContaining("a rule broke");
        assertThatThrownBy(() -> broken.approve(List.of(), COUNCIL)).hasMessageContaining("NOT_CHECKED");
    }

    @Test
    void nobodyApprovesOrAnswersWhileAnotherJobIsUnderWay() throws SQLException {
        trial.draft();
        strict.check(QUIET);
        try (var other = trial.city.getConnection();
                var lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(hashtext('release.job'))");
            assertThatThrownBy(() -> strict.accept("BU1", "surveyed", "A. Yılmaz"))
                    .hasMessageContaining("BUSY");
            assertThatThrownBy(() -> strict.approve(List.of(), COUNCIL)).hasMessageContaining("BUSY");
        }
    }

    @Test
    void whoAnswersForErrorsSaysWhy() {
        trial.draft();
        strict.check(QUIET);
        assertThatThrownBy(() -> strict.accept("BU1", " ", "A. Yılmaz"))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("ACCEPTED_WITHOUT_REASON");
    }

    @Test
    void aThemeThereIsNotIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> strict.draft(List.of("bina", "typo"), "tester", null, Replacing.ANY, QUIET))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("NO_THEME[typo, ")
                .hasMessageContaining("adres");
        trial.draft();
        trial.publisher().check(QUIET);
        assertThatThrownBy(() -> strict.approve(List.of("typo"), COUNCIL)).hasMessageContaining("NO_THEME[typo, ");
    }

    @Test
    void theFirstDecisionOnAContentStaysAndIsTold() {
        trial.draft();
        trial.publisher().check(QUIET);
        assertThat(strict.approve(List.of("bina"), COUNCIL)).containsExactly(new Approved("bina", COUNCIL, true));
        Decision another = new Decision(Approval.COUNCIL, "2026/113", LocalDate.of(2026, 11, 4), "B. Kaya");
        assertThat(strict.approve(List.of("bina"), another)).containsExactly(new Approved("bina", COUNCIL, false));
        assertThat(strict.approve(List.of(), another))
                .contains(new Approved("adres", another, true), new Approved("bina", COUNCIL, false));
    }
}
