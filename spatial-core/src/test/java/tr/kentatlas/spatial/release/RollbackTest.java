package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
