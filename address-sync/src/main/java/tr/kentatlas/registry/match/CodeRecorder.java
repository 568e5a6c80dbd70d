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

    /** So many portions are read at a time: a level is joined once for all of them. */
    private static final int AHEAD = 25;

    private static final String MISSING = """
            SELECT o.row_no, k.link_no FROM registry.link k %3$s JOIN working.%1$s o ON o.tucbs_no = %4$s
             WHERE k.ended_at IS NULL AND k.level = '%5$s' AND o.%2$s IS DISTINCT FROM k.code AND o.row_no > ?
             ORDER BY o.row_no LIMIT ?
            """;

    /** What somebody else changes meanwhile waits for the next time; what has been linked otherwise since gets no code. */
    private static final String WRITE = """
            WITH free AS (
                SELECT o.row_no, k.code FROM unnest(?, ?) AS p(row_no, link_no) JOIN registry.link k USING (link_no)
                  JOIN working.%1$s o USING (row_no)
                 WHERE k.ended_at IS NULL AND o.%2$s IS DISTINCT FROM k.code FOR UPDATE OF o SKIP LOCKED)
            UPDATE working.%1$s o SET %2$s = f.code FROM free f WHERE o.row_no = f.row_no
            """;

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

    /** A row of the working data that does not have its link's code. */
    private record Missing(long row, long link) {}

    /** @param portion how many are written in one transaction at most */
    public CodeRecorder(RegistryStore store, int portion) {
        this.store = store;
        this.portion = portion;
    }

    public void run(String actor, BooleanSupplier stop) {
        for (Place place : PLACES) {
            long row = 0;
            boolean more = true;
            while (more && !stop.getAsBoolean()) {
                List<Missing> found = missing(place, row, actor);
                write(place, found, actor, stop);
                more = found.size() == portion * AHEAD;
                if (more) row = found.getLast().row();
            }
        }
    }

    private List<Missing> missing(Place place, long after, String actor) {
        return store.overCity(
                actor,
                jdbc -> jdbc.sql(place.in(MISSING))
                        .params(after, portion * AHEAD)
                        .query((row, n) -> new Missing(row.getLong("row_no"), row.getLong("link_no")))
                        .list());
    }

    private void write(Place place, List<Missing> found, String actor, BooleanSupplier stop) {
        for (int at = 0; at < found.size() && !stop.getAsBoolean(); at += portion) {
            List<Missing> some = found.subList(at, Math.min(at + portion, found.size()));
            store.overCity(actor, jdbc -> write(jdbc, place, some));
        }
    }

    private static int write(JdbcClient jdbc, Place place, List<Missing> missing) {
        jdbc.sql("SELECT set_config('kent.reason', 'UAVT kodu', true)").query().singleRow();
        return jdbc.sql(place.in(WRITE))
                .param(missing.stream().mapToLong(Missing::row).toArray())
                .param(missing.stream().mapToLong(Missing::link).toArray())
                .update();
    }
}
