package tr.kentatlas.registry.match;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.store.sql.JobLock;

/** How far the two sides belong together, per neighbourhood and level, as counted at the end of the last run. */
public final class MatchRates {
    private static final String COUNTING = "registry.count";

    private static final String LEVELS =
            "unnest(ARRAY['street', 'building', 'door', 'unit']) WITH ORDINALITY v(level, rank)";

    private static final String COUNT = """
            WITH linked AS MATERIALIZED (SELECT level, linked AS local FROM registry.entry WHERE active AND listed AND linked IS NOT NULL),
                 ours AS (SELECT l.neighbourhood, l.level, count(*) AS n, count(k.local) AS linked
                          FROM registry.local l LEFT JOIN linked k ON k.level = l.level AND k.local = l.id
                          WHERE NOT l.draft GROUP BY 1, 2),
                 apart AS (SELECT neighbourhood, level, count(*) AS n FROM registry.left_out_counted GROUP BY 1, 2),
                 theirs AS (SELECT neighbourhood, level, count(*) AS n, count(link_no) AS linked
                            FROM registry.entry WHERE active AND listed GROUP BY 1, 2)
            INSERT INTO registry.rate AS r (neighbourhood, level, ours, ours_linked, ours_left_out, theirs, theirs_linked)
            SELECT m.code, v.level, coalesce(o.n, 0) + coalesce(a.n, 0), coalesce(o.linked, 0), coalesce(a.n, 0),
                   coalesce(t.n, 0), coalesce(t.linked, 0)
            FROM registry.neighbourhood m CROSS JOIN %s
            LEFT JOIN ours o ON o.neighbourhood = m.code AND o.level = v.level
            LEFT JOIN apart a ON a.neighbourhood = m.code AND a.level = v.level
            LEFT JOIN theirs t ON t.neighbourhood = m.code AND t.level = v.level
            ORDER BY m.code, v.rank
            ON CONFLICT (neighbourhood, level) DO UPDATE SET ours = excluded.ours, ours_linked = excluded.ours_linked,
                ours_left_out = excluded.ours_left_out, theirs = excluded.theirs, theirs_linked = excluded.theirs_linked, counted_at = excluded.counted_at
            WHERE r.counted_at <= excluded.counted_at
            """.formatted(LEVELS);

    private static final String KEPT = """
            SELECT m.code, m.name, v.level, coalesce(r.ours, 0) AS ours, coalesce(r.ours_linked, 0) AS ours_linked,
                   coalesce(r.ours_left_out, 0) AS ours_left_out, coalesce(r.theirs, 0) AS theirs, coalesce(r.theirs_linked, 0) AS theirs_linked, coalesce(c.n, 0) AS conflicts,
                   p.state, p.completed_at, p.message, r.counted_at
            FROM registry.neighbourhood m CROSS JOIN %s
            LEFT JOIN registry.rate r ON r.neighbourhood = m.code AND r.level = v.level
            LEFT JOIN (SELECT neighbourhood, level, count(*) AS n FROM registry.conflict WHERE state = 'open' GROUP BY 1, 2) c
                ON c.neighbourhood = m.code AND c.level = v.level
            LEFT JOIN registry.pull p ON p.neighbourhood = m.code
            ORDER BY m.code, v.rank
            """.formatted(LEVELS);

    private final RegistryStore store;

    public MatchRates(RegistryStore store) {
        this.store = store;
    }

    /**
     * One level in one neighbourhood.
     *
     * @param ours objects of the city that are in force, {@code oursLinked} of them linked to an active row, {@code oursLeftOut} such that
     *     cannot be compared (see {@link LeftOut})
     * @param theirs active rows of the registry, {@code theirsLinked} of them linked
     * @param pull state of the last reading; null when it was never read
     * @param remark what there is to say of that reading; null when there is nothing
     * @param countedAt when all of this but the conflicts and the reading was counted; null when it never was
     */
    public record Rate(
            long neighbourhood,
            String name,
            Level level,
            long ours,
            long oursLinked,
            long oursLeftOut,
            long theirs,
            long theirsLinked,
            long conflicts,
            @Nullable String pull,
            @Nullable OffsetDateTime completedAt,
            @Nullable Remark remark,
            @Nullable OffsetDateTime countedAt) {}

    /** Counts anew, after whoever counts already; what was counted later stays. */
    public void count() {
        count(jdbc -> {
            JobLock.await(jdbc, COUNTING);
            return true;
        });
    }

    /** As it was counted last; a neighbourhood that never was is counted now, unless somebody does so already. */
    public List<Rate> all() {
        List<Rate> kept = kept();
        if (kept.stream().noneMatch(rate -> rate.countedAt() == null)) return kept;
        count(jdbc -> JobLock.takes(jdbc, COUNTING));
        return kept();
    }

    private void count(Predicate<JdbcClient> isMyTurn) {
        store.write("count", jdbc -> {
            RegistryStore.takeTime(jdbc);
            if (!isMyTurn.test(jdbc)) return 0;
            jdbc.sql("DELETE FROM registry.left_out_counted").update();
            jdbc.sql(
                            "INSERT INTO registry.left_out_counted SELECT level, id, neighbourhood, label, missing FROM registry.left_out")
                    .update();
            return jdbc.sql(COUNT).update();
        });
    }

    private List<Rate> kept() {
        return store.read()
                .sql(KEPT)
                .query((row, n) -> new Rate(
                        row.getLong("code"),
                        row.getString("name"),
                        Level.of(row.getString("level")),
                        row.getLong("ours"),
                        row.getLong("ours_linked"),
                        row.getLong("ours_left_out"),
                        row.getLong("theirs"),
                        row.getLong("theirs_linked"),
                        row.getLong("conflicts"),
                        row.getString("state"),
                        row.getObject("completed_at", OffsetDateTime.class),
                        Optional.ofNullable(row.getString("message"))
                                .map(WrittenRemark::read)
                                .orElse(null),
                        row.getObject("counted_at", OffsetDateTime.class)))
                .list();
    }
}
