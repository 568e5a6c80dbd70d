package tr.kentatlas.api.exchange;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.ops.jobs.Job;

/**
 * Writes into the history of an agreement that its last day has passed. It opens nothing from that very moment on, whether or not this
 * job has run.
 */
@Component
final class Calendar implements Job {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final String NAME = "calendar";

    private final Agreements agreements;
    private final Audit audit;

    Calendar(Agreements agreements, Audit audit) {
        this.agreements = agreements;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "agreements-" + NAME;
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public void run() {
        agreements
                .expire(Instant.now(), NAME)
                .forEach(number ->
                        audit.record(AuditEntry.change(Caller.Kind.OPERATOR, NAME, "agreement.expired", number)));
    }
}
