package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ships what a process left behind, as the next one does when it begins. */
public final class LeftBehind {
    private LeftBehind() {}

    public static void ship(Path folder, DataSource database) throws IOException {
        try (ReceiptJournal journal = new ReceiptJournal(folder)) {
            var together = new TransactionTemplate(new JdbcTransactionManager(database));
            new ReceiptShipper(journal, JdbcClient.create(database), together).run();
        }
    }
}
