package tr.kentatlas.api.access.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.RefusedKeys;

/** Counts keys that open nothing, and tells the audit once a minute at most how many there were, and from where. */
@Component
final class RefusedKeyTally implements RefusedKeys {
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int MOST_NAMED = 10;

    private final Audit audit;
    private final Set<String> addresses = new LinkedHashSet<>();
    private Instant told = Instant.EPOCH;
    private long refused;

    RefusedKeyTally(Audit audit) {
        this.audit = audit;
    }

    @Override
    public synchronized void presented(String address) {
        refused++;
        if (addresses.size() < MOST_NAMED) addresses.add(address);
        Instant now = Instant.now();
        if (now.isBefore(told.plus(REST))) return;
        audit.record(AuditEntry.change(Caller.Kind.VISITOR, "", "key.refused", "")
                .counting(refused)
                .with("address", String.join(" ", addresses)));
        told = now;
        refused = 0;
        addresses.clear();
    }
}
