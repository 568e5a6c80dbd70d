package tr.kentatlas.api.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.release.Approved;
import tr.kentatlas.spatial.release.Decision;

class ApprovalWordsTest {
    private static final Decision SPRING =
            new Decision(Approval.COUNCIL, "2026/9", LocalDate.of(2026, 4, 2), "A. Yılmaz");
    private static final Decision AUTUMN =
            new Decision(Approval.DIRECTORATE, "2026/112", LocalDate.of(2026, 11, 3), "B. Kaya");

    @Test
    void whatWasApprovedBeforeIsToldByItsOwnDecision() {
        assertThat(ApprovalWords.lines(List.of(
                        new Approved("bina", AUTUMN, true),
                        new Approved("imar", SPRING, false),
                        new Approved("adres", AUTUMN, true),
                        new Approved("idari_birim", SPRING, false))))
                .containsExactly(
                        "Approved: bina, adres.",
                        "Already approved by the council under 2026/9 of 2026-04-02 (A. Yılmaz): imar, idari_birim.");
    }

    @Test
    void whereNothingIsNewNothingIsCalledApproved() {
        assertThat(ApprovalWords.lines(List.of(new Approved("imar", SPRING, false))))
                .noneMatch(line -> line.startsWith("Approved"));
    }
}
