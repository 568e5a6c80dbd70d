package tr.kentatlas.api.access.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.RefusedKeys;
import tr.kentatlas.api.ops.jobs.Job;

/** Counts keys that open nothing, and tells the audit how many there were, and from where: of the first at once, of others within a minute. */
@Component
final class RefusedKeyTally implements RefusedKeys, Job {
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
        if (!Instant.now().isBefore(told.plus(REST))) tell();
    }

    @Override
    public String name() {
        return "refused-keys";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    /** Also of those nobody follows. */
    @Override
    public synchronized void run() {
        if (refused > 0) tell();
    }

    private void tell() {
        audit.record(AuditEntry.change(Caller.Kind.VISITOR, "", "key.refused", "")
                .counting(refused)
                .with("address", String.join(" ", addresses)));
        told = Instant.now();
        refused = 0;
        addresses.clear();
    }
}
