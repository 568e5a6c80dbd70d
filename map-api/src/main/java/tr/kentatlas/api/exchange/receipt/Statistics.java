package tr.kentatlas.api.exchange.receipt;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;

/** What left under an agreement, by layer, month and channel; both sides see the same numbers. */
@Component
public final class Statistics {
    private final JdbcClient desk;
    private final ReceiptShipper shipper;

    /** One line of the statement. */
    public record Use(
            String month, String type, String channel, long answers, long features, long bytes, Instant lastAt) {}

    Statistics(@Desk JdbcClient desk, ReceiptShipper shipper) {
        this.desk = desk;
        this.shipper = shipper;
    }

    /** Newest month first. */
    public List<Use> of(long agreement) {
        shipper.shipNow();
        return desk.sql("""
                        SELECT month, type, channel, answers, features, bytes, last_at FROM exchange.statistic
                         WHERE agreement_id = ? ORDER BY month DESC, type, channel
                        """)
                .param(agreement)
                .query((row, n) -> new Use(
                        YearMonth.from(row.getDate("month").toLocalDate()).toString(),
                        row.getString("type"),
                        row.getString("channel"),
                        row.getLong("answers"),
                        row.getLong("features"),
                        row.getLong("bytes"),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }
}
