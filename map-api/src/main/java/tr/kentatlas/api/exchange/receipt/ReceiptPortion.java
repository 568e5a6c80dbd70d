package tr.kentatlas.api.exchange.receipt;

import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.ops.journal.Shipper;

/** Receipts on their way into the tables, each exactly once: how far a file is shipped is part of the very transaction that ships it. */
final class ReceiptPortion implements Shipper.Portion {
    private final String journal;
    private final JdbcClient desk;
    private final TransactionTemplate together;
    private final Batch batch = new Batch();
    private final long known;
    private long reached;

    /** An empty one of this file of the journal. */
    ReceiptPortion(String journal, JdbcClient desk, TransactionTemplate together) {
        this.journal = journal;
        this.desk = desk;
        this.together = together;
        this.known = shipped();
        this.reached = known;
    }

    /** Only what the tables do not know yet goes into the batch. */
    @Override
    public boolean take(long number, byte[] line) {
        if (number < known) return true;
        reached = number + 1;
        try {
            batch.add(Line.parse(new String(line, StandardCharsets.UTF_8)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean isFull() {
        return batch.isFull();
    }

    @Override
    public void store() {
        if (reached == known) return;
        together.executeWithoutResult(status -> {
            batch.store(desk);
            note();
        });
    }

    private long shipped() {
        return desk.sql("SELECT line_no FROM exchange.shipped WHERE journal = ?")
                .param(journal)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void note() {
        desk.sql(
                        "INSERT INTO exchange.shipped VALUES (?, ?) ON CONFLICT (journal) DO UPDATE SET line_no = excluded.line_no")
                .params(journal, reached)
                .update();
    }
}
