package tr.kentatlas.spatial.release;

import java.time.LocalDate;
import tr.kentatlas.spatial.model.Approval;

/** A decision that approves data: by which body, under which number, on which day, and who entered it. */
public record Decision(Approval body, String number, LocalDate date, String person) {
    public Decision {
        requireText("decision number", number);
        requireText("person", person);
    }

    private static void requireText(String what, String value) {
        if (value.isBlank()) throw new ReleaseRefused("an approval needs its " + what + ".");
    }
}
