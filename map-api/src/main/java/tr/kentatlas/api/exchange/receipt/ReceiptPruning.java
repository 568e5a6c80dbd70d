package tr.kentatlas.api.exchange.receipt;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.spatial.feature.time.CityTime;

/**
 * Once a day, forgets what partners have received for the last time longer ago than the operator says; in portions, by where the receipts
 * are stored. The audit tells of it before the first is gone, and how many in the end; it is never pruned itself.
 */
final class ReceiptPruning implements Job {
    private static final String NAME = "receipt-pruning";
    private static final List<String> TABLES = List.of("exchange.receipt", "exchange.receipt_map");

    private final JdbcClient desk;
    private final TransactionTemplate together;
    private final Audit audit;
    private final int years;
    private final int pages;

    /** @param pages of the database are looked through in one transaction */
    ReceiptPruning(JdbcClient desk, TransactionTemplate together, Audit audit, int years, int pages) {
        if (years < 1) throw new IllegalArgumentException("receipts are kept for one year at least, not " + years);
        this.desk = desk;
        this.together = together;
        this.audit = audit;
        this.years = years;
        this.pages = pages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofDays(1);
    }

    /** All there are are looked through; a service that is started again and again need not do it each time. */
    @Override
    public Duration restBefore() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        OffsetDateTime before = OffsetDateTime.now(CityTime.ZONE).minusYears(years);
        LongAdder forgotten = new LongAdder();
        try {
            TABLES.forEach(table -> forget(table, before, forgotten));
        } finally {
            if (forgotten.sum() > 0) tell("receipts.forgotten", before, forgotten.sum());
        }
    }

    private void forget(String table, OffsetDateTime before, LongAdder forgotten) {
        long all = desk.sql("SELECT pg_relation_size(?::regclass) / current_setting('block_size')::bigint")
                .param(table)
                .query(Long.class)
                .single();
        for (long page = 0; page < all; page += pages) forgotten.add(forget(table, page, before, forgotten.sum() > 0));
    }

    /** Of one portion; the audit is told before the first stands. */
    private long forget(String table, long page, OffsetDateTime before, boolean isTold) {
        Long some = together.execute(status -> {
            long gone = desk.sql("DELETE FROM " + table + " WHERE last_at < ? AND ctid >= ?::tid AND ctid < ?::tid")
                    .params(before, "(" + page + ",0)", "(" + (page + pages) + ",0)")
                    .update();
            if (gone > 0 && !isTold) tell("receipts.forgetting", before, 0);
            return gone;
        });
        return some == null ? 0 : some;
    }

    private void tell(String action, OffsetDateTime before, long count) {
        audit.record(AuditEntry.change(Caller.Kind.OPERATOR, NAME, action, "exchange")
                .counting(count)
                .with("before", before.toLocalDate().toString()));
    }
}
