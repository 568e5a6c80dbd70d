package tr.kentatlas.registry.worklist;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.push.OutboxEntry.Kind;
import tr.kentatlas.registry.store.RegistryStore;

/**
 * What a person must type into the registry's own screens: messages that wait in a city without write access, and those the registry
 * refused, until their objects are decided about anew.
 */
public final class Worklist {
    private static final String ROWS = """
            SELECT o.queued_no, o.action, o.is_new, o.level, o.neighbourhood, m.name AS place, r.ad AS street,
                   coalesce(b.adi, b.bina_kimlik_no::text) AS building, d.kapi_no AS door,
                   coalesce(CASE o.level WHEN 'street' THEN r.ad WHEN 'building' THEN b.adi WHEN 'door' THEN d.kapi_no ELSE u.ic_kapi_no END,
                            o.label) AS label, o.code,
                   round(ST_X(p.at)::numeric, 7) AS longitude, round(ST_Y(p.at)::numeric, 7) AS latitude, o.reason, o.message, o.state
            FROM registry.outbox o
            LEFT JOIN registry.neighbourhood m ON m.code = o.neighbourhood
            LEFT JOIN working.bagimsiz_bolum u ON o.level = 'unit' AND u.tucbs_no = o.object
                AND registry.valid_now(u.gecerlilik_baslangic, u.gecerlilik_bitis)
            LEFT JOIN working.numarataj d ON d.tucbs_no = CASE o.level WHEN 'door' THEN o.object WHEN 'unit' THEN u.numarataj END
                AND registry.valid_now(d.gecerlilik_baslangic, d.gecerlilik_bitis)
            LEFT JOIN working.bina b ON b.tucbs_no = CASE o.level WHEN 'building' THEN o.object ELSE coalesce(u.bina, d.bina) END
                AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis)
            LEFT JOIN working.yol r ON r.tucbs_no = CASE o.level WHEN 'street' THEN o.object
                ELSE (SELECT s.road FROM registry.local_side s WHERE s.id = d.yon LIMIT 1) END
                AND registry.valid_now(r.gecerlilik_baslangic, r.gecerlilik_bitis)
            LEFT JOIN LATERAL (SELECT ST_Transform(ST_PointOnSurface(coalesce(d.geom, b.geom)), 4326) AS at) p ON true
            WHERE o.state = ANY (?)
            ORDER BY o.action, CASE o.action WHEN 'put' THEN 1 ELSE -1 END
                * array_position(ARRAY['street', 'building', 'door', 'unit'], o.level), o.queued_no
            """;

    private static final String HAND_OVER =
            "UPDATE registry.outbox SET state = 'by-hand', sent_at = clock_timestamp() WHERE state = 'queued' AND ";

    private final RegistryStore store;

    public Worklist(RegistryStore store) {
        this.store = store;
    }

    /** The list as it stands. */
    public List<Row> rows() {
        return rows(store.read(), MessageState.QUEUED, MessageState.REJECTED, MessageState.BY_HAND);
    }

    /** What is in people's hands, of which nothing is sent any more. */
    public List<Row> inHands() {
        return inHands(store.read());
    }

    private static List<Row> inHands(JdbcClient jdbc) {
        return rows(jdbc, MessageState.REJECTED, MessageState.BY_HAND);
    }

    /**
     * Hands every waiting message to people and gives the list of what is in their hands then, of which nothing is sent any more; what is
     * queued meanwhile is neither on it nor handed over. A later reading shows that they were entered.
     *
     * @param witness told of the list before it stands: what it cannot record does not happen
     */
    public List<Row> handOver(String actor, Consumer<List<Row>> witness) {
        return store.write(actor, jdbc -> {
            jdbc.sql(HAND_OVER + "true").update();
            List<Row> rows = inHands(jdbc);
            witness.accept(rows);
            return rows;
        });
    }

    /** The same for those of a list somebody looked at, by their numbers, that wait still. Returns how many they were. */
    public int handOver(Collection<Long> numbers, String actor, IntConsumer witness) {
        return store.write(actor, jdbc -> {
            int messages = jdbc.sql(HAND_OVER + "queued_no = ANY (?)")
                    .param(numbers.toArray(Long[]::new))
                    .update();
            witness.accept(messages);
            return messages;
        });
    }

    private static List<Row> rows(JdbcClient jdbc, MessageState... states) {
        return jdbc.sql(ROWS)
                .param(Stream.of(states).map(MessageState::word).toArray(String[]::new))
                .query((row, n) -> row(row))
                .list();
    }

    /**
     * One line.
     *
     * @param number in the order of queueing; names the message
     * @param place name of the neighbourhood
     * @param building its name or its number
     * @param label what the object is called today
     * @param code of the registry's row; what is new there has none
     * @param said why it was refused
     */
    public record Row(
            long number,
            Kind action,
            Level level,
            long neighbourhood,
            @Nullable String place,
            @Nullable String street,
            @Nullable String building,
            @Nullable String door,
            @Nullable String label,
            @Nullable Long code,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            String reason,
            @Nullable Remark said,
            MessageState state) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("queued_no"),
                Kind.of(row.getString("action"), row.getBoolean("is_new")),
                Level.of(row.getString("level")),
                row.getLong("neighbourhood"),
                row.getString("place"),
                row.getString("street"),
                row.getString("building"),
                row.getString("door"),
                row.getString("label"),
                row.getObject("code", Long.class),
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("message"))
                        .map(WrittenRemark::read)
                        .orElse(null),
                MessageState.of(row.getString("state")));
    }
}
