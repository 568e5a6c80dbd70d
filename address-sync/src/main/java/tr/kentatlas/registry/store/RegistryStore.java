package tr.kentatlas.registry.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.spatial.store.sql.JobLock;

/** The schema {@code registry} of a city's database. Every transaction names who acts, for the journal. */
public final class RegistryStore {
    private static final String TURN = "registry.sync";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    /** @param desk connects as {@code kent_desk} or stronger */
    public RegistryStore(DataSource desk) {
        jdbc = JdbcClient.create(desk);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(desk));
    }

    /** For reading outside a transaction. */
    public JdbcClient read() {
        return jdbc;
    }

    /** Counts again what grew or shrank much, so that the database plans rightly also right after much was written. */
    public void knowSizes() {
        overCity(
                "know sizes",
                same -> same.sql("SELECT registry.know_sizes()").query().singleRow());
    }

    /** A transaction over the whole city, which may take longer than what a page asks for; it waits for nobody for long. */
    public <T> T overCity(String actor, Function<JdbcClient, T> work) {
        return write(actor, same -> {
            same.sql("SET LOCAL lock_timeout = '20s'").update();
            takeTime(same);
            return work.apply(same);
        });
    }

    /** Until its transaction ends. */
    public static void takeTime(JdbcClient jdbc) {
        jdbc.sql("SET LOCAL work_mem = '128MB'").update();
        jdbc.sql("SET LOCAL statement_timeout = '15min'").update();
    }

    /** One short transaction. */
    public <T> T write(String actor, Function<JdbcClient, T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("SELECT set_config('kent.actor', ?, true)")
                    .param(actor)
                    .query()
                    .singleRow();
            return work.apply(jdbc);
        }));
    }

    /**
     * A transaction that no other of its kind overlaps: comparing, deciding, taking over what was read. Who is to be told soon does not wait
     * for long.
     *
     * @throws RegistryBusy when it is another's turn still
     */
    public <T> T alone(String actor, Function<JdbcClient, T> work) {
        return write(actor, same -> {
            same.sql("SET LOCAL lock_timeout = '3s'").update();
            awaitTurn(same);
            same.sql("SET LOCAL lock_timeout TO DEFAULT").update();
            return work.apply(same);
        });
    }

    /** The same for a run, which waits for its turn. */
    public <T> T aloneInTurn(String actor, Function<JdbcClient, T> work) {
        return write(actor, same -> {
            takeTime(same);
            JobLock.await(same, TURN);
            return work.apply(same);
        });
    }

    private static void awaitTurn(JdbcClient same) {
        try {
            JobLock.await(same, TURN);
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && JobLock.isLate(sql)) throw new RegistryBusy(e);
            throw e;
        }
    }
}
