package tr.kentatlas.spatial.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/** Several statements that leave a mark together or not at all. */
final class WholeWork {
    private WholeWork() {}

    static void of(DataSource owner, Consumer<JdbcClient> statements) throws SQLException {
        try (Connection connection = owner.getConnection();
                OneTransaction transaction = OneTransaction.on(connection)) {
            statements.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            transaction.commit();
        }
    }
}
