package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.release.Trial.COUNCIL;
import static tr.kentatlas.spatial.release.Trial.QUIET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

/** Who must know of a step of a release knows of each that was taken, and of none that was not. */
class WitnessTest {
    private static final Decision UNIT =
            new Decision(Approval.OPERATIONAL, "7", LocalDate.of(2026, 11, 3), "A. Yılmaz");

    private final Trial trial = new Trial().releases(1).load(building("a", 0, 9));
    private final List<Long> told = new ArrayList<>();

    @Test
    void eachStepIsToldWithItsRelease() {
        Publisher seen = publisher(release -> told.add(release.number()));
        seen.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        seen.check(QUIET);
        seen.accept("BU1", "surveyed again in spring", "tester");
        seen.approve(List.of(), COUNCIL);
        seen.publish("tester", null, QUIET);
        seen.rollback(1L, "tester", "wrong floors");
        assertThat(told).containsExactly(2L, 2L, 2L, 2L, 2L, 1L);
    }

    @Test
    void whatIsRefusedIsNotTold() {
        trial.draft();
        trial.publisher().check(QUIET);
        Publisher seen = publisher(release -> told.add(release.number()));
        assertThatThrownBy(() -> seen.draft(List.of("typo"), "tester", null, Replacing.ANY, QUIET))
                .isInstanceOf(ReleaseRefused.class);
        assertThatThrownBy(() -> seen.accept("BU2", "never mind", "tester")).isInstanceOf(ReleaseRefused.class);
        assertThatThrownBy(() -> seen.approve(List.of(), UNIT)).isInstanceOf(ReleaseRefused.class);
        assertThatThrownBy(() -> seen.publish("tester", null, QUIET)).isInstanceOf(ReleaseRefused.class);
        assertThatThrownBy(() -> seen.rollback(null, "tester", "wrong floors")).isInstanceOf(ReleaseRefused.class);
        assertThat(told).isEmpty();
    }

    @Test
    void whatCannotBeToldDoesNotHappen() {
        Publisher seen = publisher(release -> {
            throw new IllegalStateException("nobody writes it down");
        });
        assertThatThrownBy(() -> seen.draft(List.of(), "tester", null, Replacing.ANY, QUIET))
                .hasMessageContaining("nobody");
        assertThat(trial.releases.draft()).isEmpty();
        Release draft = trial.draft();
        assertThatThrownBy(() -> seen.check(QUIET)).hasMessageContaining("nobody");
        assertThat(count("check_run")).isZero();
        publisher(release -> {}).check(QUIET);
        assertThatThrownBy(() -> seen.accept("BU1", "surveyed again in spring", "tester"))
                .hasMessageContaining("nobody");
        assertThat(count("acceptance")).isZero();
        publisher(release -> {}).accept("BU1", "surveyed again in spring", "tester");
        long approved = count("approval");
        assertThatThrownBy(() -> seen.approve(List.of(), COUNCIL)).hasMessageContaining("nobody");
        assertThat(count("approval")).isEqualTo(approved);
        trial.publisher().approve(List.of(), COUNCIL);
        assertThatThrownBy(() -> seen.publish("tester", null, QUIET)).hasMessageContaining("nobody");
        assertThat(trial.releases.current()).hasValue(1);
        assertThat(trial.releases.find(draft.number()).orElseThrow().state()).isEqualTo(Release.State.DRAFT);
    }

    private Publisher publisher(Consumer<Release> witness) {
        return trial.publisher(new Outcome("BU1", Severity.ERROR, 2)).witnessed(witness);
    }

    private long count(String table) {
        return trial.jdbc
                .sql("SELECT count(*) FROM release." + table)
                .query(Long.class)
                .single();
    }
}
