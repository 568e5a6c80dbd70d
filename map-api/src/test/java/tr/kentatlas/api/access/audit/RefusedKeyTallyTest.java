package tr.kentatlas.api.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedKeyTallyTest {
    private final List<AuditEntry> audit = new ArrayList<>();
    private final RefusedKeyTally tally = new RefusedKeyTally(audit::add);

    @Test
    void theFirstIsToldAtOnceAndTheOthersByTheNextMinuteThoughNoneFollows() {
        for (int i = 0; i < 5; i++) tally.presented("10.0.0." + i);
        assertThat(audit).extracting(AuditEntry::count).containsExactly(1L);
        tally.run();
        assertThat(audit).extracting(AuditEntry::count).containsExactly(1L, 4L);
        tally.run();
        assertThat(audit).hasSize(2);
    }
}
