package tr.kentatlas.api.cli.release;

import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.spatial.release.EarlierDraft;
import tr.kentatlas.spatial.release.Release;

/** Tells which draft a new one replaced, and the work that is gone with it. */
final class DraftWords {
    private DraftWords() {}

    static String replaced(EarlierDraft earlier, Release draft) {
        List<String> lost = lost(earlier, draft);
        return "It replaces draft " + earlier.release().number() + " of "
                + earlier.release().createdAt()
                + (lost.isEmpty() ? "." : "; gone with it: " + String.join(", ", lost) + ".");
    }

    private static List<String> lost(EarlierDraft earlier, Release draft) {
        List<String> lost = new ArrayList<>();
        if (earlier.isChecked()) lost.add("its check");
        if (!earlier.accepted().isEmpty()) lost.add("who answers for " + String.join(" and ", earlier.accepted()));
        List<String> approvals = earlier.approvalsLostIn(draft);
        if (!approvals.isEmpty()) lost.add("the approval of " + String.join(" and ", approvals));
        return lost;
    }
}
