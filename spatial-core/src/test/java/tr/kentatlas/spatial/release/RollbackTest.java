package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.model.Approval;

class RollbackTest {
    private final Trial trial = new Trial();

    @Test
    void aReleaseThatWasWithdrawnIsNotServedAgainUnnamed() {
        trial.releases(3);
        rollback(1L);
        trial.releases(1);
        assertThat(rollback(null)).isEqualTo(1);
    }

    @Test
    void eachFurtherStepLeadsFurtherBack() {
        trial.releases(3);
        assertThat(rollback(null)).isEqualTo(2);
        assertThat(rollback(null)).isEqualTo(1);
        assertThatThrownBy(() -> rollback(null))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("NO_EARLIER");
    }

    @Test
    void aReleaseThatWasCalledBackByItsNumberIsOneToGoBackFrom() {
        trial.releases(3);
        rollback(1L);
        rollback(3L);
        assertThat(rollback(null)).isEqualTo(1);
    }

    @Test
    void whatIsNotKeptIsPassedOver() {
        trial.releases(3);
        trial.jdbc
                .sql("UPDATE release.release SET state = 'dropped' WHERE release_no = 2")
                .update();
        assertThat(rollback(null)).isEqualTo(1);
    }

    @Test
    void whatStoodInAWithdrawnReleaseIsDecidedAgain() {
        trial.releases(2);
        rollback(1L);
        assertThat(unapproved(trial.draft())).containsExactly("bina");
        trial.publisher().check(Trial.QUIET);
        assertThatThrownBy(() -> trial.publisher().publish("tester", null, Trial.QUIET))
                .hasMessageContaining("NOT_APPROVED[[bina]]");
        Decision again = new Decision(Approval.COUNCIL, "2026/113", LocalDate.of(2026, 12, 1), "A. Yılmaz");
        assertThat(trial.publisher().approve(List.of(), again))
                .filteredOn(Approved::isNew)
                .containsExactly(new Approved("bina", again, true));
        assertThat(trial.publisher().publish("tester", null, Trial.QUIET).number())
                .isEqualTo(3);
    }

    @Test
    void aDraftMadeBeforeARollbackIsDecidedAgainWhereItSharesTheWithdrawnContent() {
        trial.releases(2);
        Release draft = trial.draft();
        assertThat(unapproved(draft)).isEmpty();
        rollback(1L);
        assertThat(unapproved(draft)).containsExactly("bina");
        rollback(2L);
        assertThat(unapproved(draft)).as("what is served again stands").isEmpty();
    }

    private List<String> unapproved(Release draft) {
        return draft.snapshots().stream()
                .filter(content -> !trial.releases.isApproved(content))
                .map(Snapshot::theme)
                .toList();
    }

    @Test
    void aRollbackNeedsAReason() {
        trial.releases(2);
        assertThatThrownBy(() -> trial.publisher().rollback(null, "tester", " "))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("ROLLBACK_WITHOUT_REASON");
        assertThat(trial.releases.current()).hasValue(2);
    }

    private long rollback(@Nullable Long number) {
        return trial.publisher().rollback(number, "tester", "wrong floors").number();
    }
}
