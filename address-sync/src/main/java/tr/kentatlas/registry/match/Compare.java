package tr.kentatlas.registry.match;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.push.Outbox;
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
        store.knowSizes(); // by itself: what it holds, imports wait for
        return store.aloneInTurn(actor, jdbc -> {
            long before = newest(jdbc);
            Noticed noticed = new Noticed(jdbc);
            noticed.create();
            new MatchPasses(jdbc).run();
            int ended = endDead(jdbc);
            Arrivals arrivals = new Arrivals(jdbc, settle);
            arrivals.run();
            if (ended > 0 || newest(jdbc) > before) noticed.again();
            Differences differences = new Differences(jdbc);
            differences.compare();
            arrivals.typedIn();
            differences.keepConflicts();
            new Outbox(jdbc).closeRefused();
            return new Report(
                    counts(
                            jdbc,
                            "SELECT pass, count(*) FROM registry.link WHERE link_no > " + before + " GROUP BY pass"),
                    counts(jdbc, "SELECT kind, count(*) FROM registry.conflict WHERE state = 'open' GROUP BY kind"));
        });
    }

    /** Both sides have ended it: nothing is left to decide. */
    private static int endDead(JdbcClient jdbc) {
        return jdbc.sql("""
                        UPDATE registry.link k SET ended_at = now(), ended_by = 'compare', ended_why = ?
                        FROM noticed n WHERE n.link_no = k.link_no AND NOT n.here AND NOT n.there AND k.ended_at IS NULL
                        """)
                .param(WrittenRemark.write(Remark.of(Saying.ENDED_ON_BOTH_SIDES)))
                .update();
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
