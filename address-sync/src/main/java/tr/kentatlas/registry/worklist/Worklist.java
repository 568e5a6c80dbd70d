package tr.kentatlas.registry.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.store.RegistryStore;

/**
 * What a person must type into the registry's own screens: messages that wait in a city without write access, and those the registry
 * refused, until their objects are decided about anew.
 */
public final class Worklist {
    /** The columns, in the words of who types. */
    public static final List<String> HEAD = List.of(
            "Sıra",
            "İşlem",
            "Tür",
            "Mahalle kodu",
            "Mahalle",
            "Yol",
            "Bina",
            "Kapı no",
            "Ad / no",
            "Kayıt kodu",
            "Boylam",
            "Enlem",
            "Gerekçe",
            "Kaydın yanıtı",
            "Durum");

    private static final int ANSWER = HEAD.indexOf("Kaydın yanıtı");

    private static final String ROWS = """
            SELECT o.queued_no, CASE o.action WHEN 'put' THEN CASE WHEN o.is_new THEN 'Ekle' ELSE 'Güncelle' END ELSE 'Kapat' END,
                   CASE o.level WHEN 'street' THEN 'Yol' WHEN 'building' THEN 'Yapı' WHEN 'door' THEN 'Numarataj'
                                ELSE 'Bağımsız bölüm' END,
                   o.neighbourhood, m.name, r.ad, coalesce(b.adi, b.bina_kimlik_no::text), d.kapi_no,
                   coalesce(CASE o.level WHEN 'street' THEN r.ad WHEN 'building' THEN b.adi WHEN 'door' THEN d.kapi_no ELSE u.ic_kapi_no END,
                            o.label), o.code,
                   round(ST_X(p.at)::numeric, 7), round(ST_Y(p.at)::numeric, 7), o.reason, o.message, o.state
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

    /** The list as it stands, with remarks in the words given. */
    public List<Row> rows(Function<Remark, String> words) {
        return rows(store.read(), words, MessageState.QUEUED, MessageState.REJECTED, MessageState.BY_HAND);
    }

    /** What is in people's hands, of which nothing is sent any more. */
    public List<Row> inHands(Function<Remark, String> words) {
        return inHands(store.read(), words);
    }

    private static List<Row> inHands(JdbcClient jdbc, Function<Remark, String> words) {
        return rows(jdbc, words, MessageState.REJECTED, MessageState.BY_HAND);
    }

    /**
     * Hands every waiting message to people and gives the list of what is in their hands then, of which nothing is sent any more; what is
     * queued meanwhile is neither on it nor handed over. A later reading shows that they were entered.
     *
     * @param witness told of the list before it stands: what it cannot record does not happen
     */
    public List<Row> handOver(String actor, Function<Remark, String> words, Consumer<List<Row>> witness) {
        return store.write(actor, jdbc -> {
            jdbc.sql(HAND_OVER + "true").update();
            List<Row> rows = inHands(jdbc, words);
            witness.accept(rows);
            return rows;
        });
    }

    /** The same for those of a list somebody looked at, by their {@link Row#number}, that wait still. Returns how many they were. */
    public int handOver(Collection<Long> numbers, String actor, IntConsumer witness) {
        return store.write(actor, jdbc -> {
            int messages = jdbc.sql(HAND_OVER + "queued_no = ANY (?)")
                    .param(numbers.toArray(Long[]::new))
                    .update();
            witness.accept(messages);
            return messages;
        });
    }

    private static List<Row> rows(JdbcClient jdbc, Function<Remark, String> words, MessageState... states) {
        return jdbc.sql(ROWS)
                .param(Stream.of(states).map(MessageState::word).toArray(String[]::new))
                .query((row, n) -> row(row, words))
                .list();
    }

    /** The cells of one line, in the order of {@link #HEAD}; what is not there is empty, the state is as the table has it. */
    public record Row(List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** In the order of queueing; names the message. */
        public long number() {
            return Long.parseLong(cells.getFirst());
        }
    }

    private static Row row(ResultSet row, Function<Remark, String> words) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= HEAD.size(); i++) {
            String cell = Objects.requireNonNullElse(row.getString(i), "");
            cells.add(i - 1 == ANSWER && !cell.isEmpty() ? words.apply(WrittenRemark.read(cell)) : cell);
        }
        return new Row(cells);
    }
}
