package tr.kentatlas.spatial.release;

import java.time.LocalDate;
import tr.kentatlas.spatial.model.Approval;

/** A decision that approves data: by which body, under which number, on which day, and who entered it. */
public record Decision(Approval body, String number, LocalDate date, String person) {
    public Decision {
        if (number.isBlank()) throw new ReleaseRefused(ReleaseRefused.Why.APPROVAL_WITHOUT_NUMBER);
        if (person.isBlank()) throw new ReleaseRefused(ReleaseRefused.Why.APPROVAL_WITHOUT_PERSON);
    }
}
