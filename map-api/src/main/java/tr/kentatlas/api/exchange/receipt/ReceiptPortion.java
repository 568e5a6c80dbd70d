package tr.kentatlas.api.exchange.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.ops.journal.Shipper;

/** Receipts on their way into the tables, each exactly once: how far a file is shipped is part of the very transaction that ships it. */
final class ReceiptPortion implements Shipper.Portion {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptPortion.class);

    private final String journal;
    private final JdbcClient desk;
    private final TransactionTemplate together;
    private final Batch batch = new Batch();
    private final List<Line> taken = new ArrayList<>();
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
            Line read = Line.parse(new String(line, StandardCharsets.UTF_8));
            batch.add(read);
            taken.add(read);
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
    public List<byte[]> store() {
        if (reached == known) return List.of();
        try {
            together.executeWithoutResult(status -> {
                batch.store(desk);
                note();
            });
            return List.of();
        } catch (DataIntegrityViolationException e) {
            LOG.warn("journal={} is stored line by line", journal, e);
            return storeOneByOne();
        }
    }

    /** But for those that cannot be stored: of an agreement the database does not have, since a backup was restored. */
    private List<byte[]> storeOneByOne() {
        List<byte[]> refused = new ArrayList<>();
        together.executeWithoutResult(status -> {
            for (Line line : taken) if (!isStored(line, status)) refused.add(line.bytesOfLine());
            note();
        });
        return refused;
    }

    private boolean isStored(Line line, TransactionStatus whole) {
        Object before = whole.createSavepoint();
        try {
            Batch alone = new Batch();
            alone.add(line);
            alone.store(desk);
            whole.releaseSavepoint(before);
            return true;
        } catch (DataIntegrityViolationException e) {
            whole.rollbackToSavepoint(before);
            return false;
        }
    }

    private long shipped() {
        return desk.sql("SELECT line_no FROM exchange.shipped WHERE journal = ?")
                .param(journal)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void note() {
        desk.sql("INSERT INTO exchange.shipped VALUES (?, ?) ON CONFLICT (journal) DO UPDATE SET line_no ="
                        + " excluded.line_no")
                .params(journal, reached)
                .update();
    }
}
