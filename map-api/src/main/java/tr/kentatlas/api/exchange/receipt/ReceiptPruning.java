package tr.kentatlas.api.exchange.receipt;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.spatial.feature.time.CityTime;

/**
 * Once a day, forgets what partners have received for the last time longer ago than the operator says; in portions, by where the receipts
 * are stored. The audit tells how many; it is never pruned itself.
 */
final class ReceiptPruning implements Job {
    private static final String NAME = "receipt-pruning";
    private static final List<String> TABLES = List.of("exchange.receipt", "exchange.receipt_map");

    private final JdbcClient desk;
    private final Audit audit;
    private final int years;
    private final int pages;

    /** @param pages of the database are looked through in one transaction */
    ReceiptPruning(JdbcClient desk, Audit audit, int years, int pages) {
        if (years < 1) throw new IllegalArgumentException("receipts are kept for one year at least, not " + years);
        this.desk = desk;
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

    @Override
    public void run() {
        OffsetDateTime before = OffsetDateTime.now(CityTime.ZONE).minusYears(years);
        long forgotten =
                TABLES.stream().mapToLong(table -> forget(table, before)).sum();
        if (forgotten == 0) return;
        audit.record(AuditEntry.change(Caller.Kind.OPERATOR, NAME, "receipts.forgotten", "exchange")
                .counting(forgotten)
                .with("before", before.toLocalDate().toString()));
    }

    private long forget(String table, OffsetDateTime before) {
        long all = desk.sql("SELECT pg_relation_size(?::regclass) / current_setting('block_size')::bigint")
                .param(table)
                .query(Long.class)
                .single();
        long forgotten = 0;
        for (long page = 0; page < all; page += pages) {
            forgotten += desk.sql("DELETE FROM " + table + " WHERE last_at < ? AND ctid >= ?::tid AND ctid < ?::tid")
                    .params(before, "(" + page + ",0)", "(" + (page + pages) + ",0)")
                    .update();
        }
        return forgotten;
    }
}
