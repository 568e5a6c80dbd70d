package tr.kentatlas.registry.match;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.store.RegistryStore;

/**
 * Compares the city's data with what the registry said, in one transaction over every neighbourhood that was read whole: links what
 * surely belongs together, keeps what disagrees as conflicts, closes conflicts that are no more. Changes no working data.
 */
public final class Compare {
    private final RegistryStore store;
    private final Duration settle;

    /** @param settle how long after a write the registry's readers may still not show it */
    public Compare(RegistryStore store, Duration settle) {
        this.store = store;
        this.settle = settle;
    }

    /**
     * What the comparison found.
     *
     * @param linked new links by pass
     * @param open open conflicts by kind
     */
    public record Report(Map<String, Long> linked, Map<String, Long> open) {}

    public Report run(String actor) {
        return store.alone(actor, jdbc -> {
            long before = newest(jdbc);
            snapshot(jdbc);
            new MatchPasses(jdbc).run();
            endDead(jdbc);
            new Arrivals(jdbc, settle).run();
            new Differences(jdbc).run();
            return new Report(
                    counts(
                            jdbc,
                            "SELECT pass, count(*) FROM registry.link WHERE link_no > " + before + " GROUP BY pass"),
                    counts(jdbc, "SELECT kind, count(*) FROM registry.conflict WHERE state = 'open' GROUP BY kind"));
        });
    }

    /** The city's rows of the neighbourhoods that were read whole, once for all passes. */
    private static void snapshot(JdbcClient jdbc) {
        jdbc.sql("SET LOCAL work_mem = '128MB'").update();
        jdbc.sql("SET LOCAL statement_timeout = '15min'").update();
        jdbc.sql("""
                        CREATE TEMP TABLE local_now ON COMMIT DROP AS
                        SELECT l.*, NULL::text[] AS former FROM registry.local l
                        WHERE l.neighbourhood IN (SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL)
                        """).update();
        jdbc.sql("ANALYZE local_now").update();
        jdbc.sql("""
                        UPDATE local_now l SET former = f.keys
                        FROM (SELECT g.tucbs_no, array_agg(DISTINCT registry.name_key(g.ad)) AS keys
                              FROM working.yol_gecmis g WHERE g.ad IS NOT NULL GROUP BY g.tucbs_no) f
                        WHERE l.level = 'street' AND f.tucbs_no = l.object
                        """).update();
    }

    /** Both sides have ended it: nothing is left to decide. */
    private static void endDead(JdbcClient jdbc) {
        jdbc.sql("""
                        UPDATE registry.link k SET ended_at = now(), ended_by = 'compare', ended_why = 'ended on both sides'
                        FROM registry.entry e
                        WHERE k.ended_at IS NULL AND e.level = k.level AND e.code = k.code AND NOT (e.active AND e.listed)
                          AND NOT EXISTS (SELECT FROM local_now l WHERE l.level = k.level AND l.id = k.local)
                        """).update();
    }

    private static long newest(JdbcClient jdbc) {
        return jdbc.sql("SELECT coalesce(max(link_no), 0) FROM registry.link")
                .query(Long.class)
                .single();
    }

    private static Map<String, Long> counts(JdbcClient jdbc, String sql) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
