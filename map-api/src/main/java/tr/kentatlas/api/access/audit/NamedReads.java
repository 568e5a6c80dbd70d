package tr.kentatlas.api.access.audit;

import java.util.Collection;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.View;

/** Records what is told to callers who see more than the public: called with the count before the last byte of an answer leaves. */
@Component
public final class NamedReads {
    private final Audit audit;

    NamedReads(Audit audit) {
        this.audit = audit;
    }

    /**
     * Features were read for an answer; for the public nothing is recorded.
     *
     * @param action like {@code read.items}
     * @param subject the feature type, or what else was shown
     * @param question what was asked, such as a tile's address
     */
    public void told(View view, String action, String subject, long count, String question) {
        AuditEntry entry = read(view, action, subject, count);
        record(view, question.isEmpty() ? entry : entry.with("question", question));
    }

    /** The same of several feature types at once, such as a map's. */
    public void told(View view, String action, String subject, Collection<String> types, long count, String question) {
        AuditEntry entry = read(view, action, subject, count);
        record(view, entry.with("question", question).withLayers(types));
    }

    private static AuditEntry read(View view, String action, String subject, long count) {
        return AuditEntry.read(view.caller(), action, subject, view.edition().release(), count);
    }

    private void record(View view, AuditEntry entry) {
        if (view.caller().kind() != Caller.Kind.VISITOR) audit.record(entry);
    }
}
