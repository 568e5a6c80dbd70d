package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.ops.journal.Shipper;

/** Brings the journal's lines into the tables, now and then and whenever somebody asks for the outcome. */
final class ReceiptShipper implements Job {
    /** What is fetched again and again meanwhile is stored once. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Shipper shipper;

    ReceiptShipper(ReceiptJournal journal, JdbcClient desk, TransactionTemplate together) {
        this.shipper = journal.shipper(file -> new ReceiptPortion(String.valueOf(file.getFileName()), desk, together));
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public void run() throws IOException {
        shipper.ship();
    }

    /** So that an answer made of the tables tells what this node has sent until now. */
    void shipNow() {
        try {
            run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
