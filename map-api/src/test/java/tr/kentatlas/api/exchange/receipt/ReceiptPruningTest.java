package tr.kentatlas.api.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.audit.AuditEntry;

/** Receipts are kept for as many years as the operator says. */
class ReceiptPruningTest {
    private final PGSimpleDataSource city = SmallCity.database();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final List<AuditEntry> audit = new ArrayList<>();

    @Test
    void whatWasReceivedForTheLastTimeLongerAgoIsForgottenPageByPageAndTheAuditTellsHowMany() {
        jdbc.sql("INSERT INTO exchange.agreement (number, state) VALUES ('1', 'active')")
                .update();
        jdbc.sql("""
                        INSERT INTO exchange.receipt (type, tucbs_no, agreement_id, channel, version, release_no, first_at, last_at)
                        SELECT 'bina', gen_random_uuid(), agreement_id, 'items', 1, 1, now() - interval '9 years',
                               now() - CASE WHEN g % 2 = 0 THEN interval '61 months' ELSE interval '59 months' END
                          FROM exchange.agreement, generate_series(1, 1000) g
                        """).update();
        jdbc.sql("""
                        INSERT INTO exchange.receipt_map (agreement_id, type, channel, place, box, version, release_no, first_at, last_at)
                        SELECT agreement_id, 'bina', 'tiles', '1/0/0', ST_MakeEnvelope(32, 39, 33, 40, 4326), 1, 1,
                               now() - interval '6 years', now() - interval '6 years' FROM exchange.agreement
                        """).update();
        DataSource desk = SmallCity.city(city).desk();
        TransactionTemplate together = new TransactionTemplate(new JdbcTransactionManager(desk));
        new ReceiptPruning(JdbcClient.create(desk), together, audit::add, 5, 1).run();
        assertThat(jdbc.sql("SELECT count(*) FROM exchange.receipt WHERE last_at > now() - interval '5 years'")
                        .query(Long.class)
                        .single())
                .isEqualTo(500);
        assertThat(jdbc.sql("SELECT (SELECT count(*) FROM exchange.receipt) + (SELECT count(*) FROM"
                                + " exchange.receipt_map)")
                        .query(Long.class)
                        .single())
                .isEqualTo(500);
        assertThat(audit)
                .extracting(entry -> entry.action() + " " + entry.count())
                .containsExactly("receipts.forgetting 0", "receipts.forgotten 501");
    }
}
