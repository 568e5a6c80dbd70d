package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The view of withdrawn releases beside the sentence it stands for, over journals of chance. */
class WithdrawnTest {
    private static final int RELEASES = 30;

    private final Trial trial = new Trial();
    private final Random random = new Random(1923);
    private final TreeMap<Long, Boolean> isWithdrawn = new TreeMap<>();

    @Test
    void aRollbackWithdrawsEveryKeptReleaseAfterTheOneItReturnsToUntilThatIsServedAgain() {
        for (int i = 0; i < 200; i++) {
            step();
            assertThat(trial.releases.withdrawn()).as("after step " + i).isEqualTo(expected());
        }
    }

    @Test
    void whatIsNotKeptAnyMoreIsNotLookedAt() {
        for (long release = 1; release <= 3; release++) enter("publish", release);
        enter("rollback", 1);
        assertThat(trial.releases.withdrawn()).containsExactlyInAnyOrder(2L, 3L);
        trial.jdbc
                .sql("UPDATE release.release SET state = 'dropped' WHERE release_no = 2")
                .update();
        assertThat(trial.releases.withdrawn()).containsExactly(3L);
    }

    private void step() {
        boolean isNew = isWithdrawn.isEmpty() || (isWithdrawn.size() < RELEASES && random.nextInt(3) == 0);
        if (isNew) {
            enter("publish", isWithdrawn.size() + 1L);
            isWithdrawn.put(isWithdrawn.size() + 1L, false);
            return;
        }
        long target = 1L + random.nextInt(isWithdrawn.size());
        enter("rollback", target);
        isWithdrawn.tailMap(target, false).replaceAll((release, was) -> true);
        isWithdrawn.put(target, false);
    }

    private Set<Long> expected() {
        Set<Long> all = new HashSet<>();
        isWithdrawn.forEach((release, is) -> {
            if (is) all.add(release);
        });
        return all;
    }

    private void enter(String action, long release) {
        trial.jdbc
                .sql("INSERT INTO release.release (release_no, state, created_by) VALUES (?, 'published', 'test')"
                        + " ON CONFLICT DO NOTHING")
                .param(release)
                .update();
        trial.jdbc
                .sql("INSERT INTO release.journal (release_no, action, person) VALUES (?, ?, 'test')")
                .params(release, action)
                .update();
    }
}
