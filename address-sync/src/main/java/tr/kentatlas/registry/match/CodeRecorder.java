package tr.kentatlas.registry.match;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.store.RegistryStore;

/**
 * Writes the national codes of linked objects into the working data, a portion in each transaction; can be stopped and repeated. Another
 * code that was there stays in the object's history.
 */
public final class CodeRecorder {
    /** So many are written within seconds, and few transactions tell of all. */
    private static final int PORTION = 20_000;

    /** What somebody else changes meanwhile waits for the next time. */
    private static final String MISSING = """
            WITH missing AS MATERIALIZED (
                SELECT o.row_no, k.code FROM registry.link k %3$s JOIN working.%1$s o ON o.tucbs_no = %4$s
                WHERE k.ended_at IS NULL AND k.level = '%5$s' AND o.%2$s IS DISTINCT FROM k.code)
            SELECT m.row_no, m.code FROM missing m JOIN working.%1$s o USING (row_no) LIMIT ? FOR UPDATE OF o SKIP LOCKED
            """;

    private static final String WRITE =
            "UPDATE working.%1$s o SET %2$s = p.code FROM unnest(?, ?) AS p(row_no, code) WHERE o.row_no = p.row_no";

    private static final String SIDES =
            "JOIN registry.local_side l ON l.road = k.object AND registry.street_id(l.road, l.neighbourhood) = k.local";

    private static final List<Place> PLACES = List.of(
            new Place("yol_orta_hat_yon", "uavt_kodu", SIDES, "l.id", Level.STREET),
            new Place("bina", "bina_kimlik_no", "", "k.object", Level.BUILDING),
            new Place("numarataj", "numarataj_kodu", "", "k.object", Level.DOOR),
            new Place("bagimsiz_bolum", "adres_no", "", "k.object", Level.UNIT));

    private final RegistryStore store;
    private final int portion;

    public CodeRecorder(RegistryStore store) {
        this(store, PORTION);
    }

    /** A column of the working data for the codes of a level, and how a link leads there. */
    private record Place(String type, String column, String way, String object, Level level) {
        String in(String sql) {
            return sql.formatted(type, column, way, object, level.word());
        }
    }

    private record Coded(long row, long code) {}

    /** @param portion how many are written in one transaction at most */
    public CodeRecorder(RegistryStore store, int portion) {
        this.store = store;
        this.portion = portion;
    }

    public void run(String actor, BooleanSupplier stop) {
        for (Place place : PLACES) {
            int written = portion;
            while (written == portion && !stop.getAsBoolean()) written = write(place, actor);
        }
    }

    private int write(Place place, String actor) {
        return store.overCity(actor, jdbc -> {
            List<Coded> missing = jdbc.sql(place.in(MISSING))
                    .param(portion)
                    .query((row, n) -> new Coded(row.getLong("row_no"), row.getLong("code")))
                    .list();
            return missing.isEmpty() ? 0 : write(jdbc, place, missing);
        });
    }

    private static int write(JdbcClient jdbc, Place place, List<Coded> missing) {
        jdbc.sql("SELECT set_config('kent.reason', 'UAVT kodu', true)").query().singleRow();
        return jdbc.sql(place.in(WRITE))
                .param(missing.stream().mapToLong(Coded::row).toArray())
                .param(missing.stream().mapToLong(Coded::code).toArray())
                .update();
    }
}
