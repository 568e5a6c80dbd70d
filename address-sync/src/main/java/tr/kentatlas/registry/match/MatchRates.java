package tr.kentatlas.registry.match;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.WrittenRemark;
import tr.kentatlas.registry.store.Levels;
import tr.kentatlas.registry.store.RegistryStore;

/** How far the two sides belong together, per neighbourhood and level. */
public final class MatchRates {
    private static final String RATES = """
            WITH linked AS MATERIALIZED (SELECT k.level, k.local FROM registry.link k
                                         JOIN registry.entry e ON e.level = k.level AND e.code = k.code AND e.active AND e.listed
                                         WHERE k.ended_at IS NULL),
                 ours AS (SELECT l.neighbourhood, l.level, count(*) AS n, count(k.local) AS linked
                          FROM registry.local l LEFT JOIN linked k ON k.level = l.level AND k.local = l.id GROUP BY 1, 2),
                 theirs AS (SELECT e.neighbourhood, e.level, count(*) AS n, count(k.link_no) AS linked
                            FROM registry.entry e LEFT JOIN registry.link k ON k.ended_at IS NULL AND k.level = e.level
                                AND k.code = e.code
                            WHERE e.active AND e.listed GROUP BY 1, 2),
                 open AS (SELECT neighbourhood, level, count(*) AS n FROM registry.conflict WHERE state = 'open' GROUP BY 1, 2)
            SELECT m.code, m.name, v.level, coalesce(o.n, 0) AS ours, coalesce(o.linked, 0) AS ours_linked, coalesce(t.n, 0) AS theirs,
                   coalesce(t.linked, 0) AS theirs_linked, coalesce(c.n, 0) AS conflicts, p.state, p.completed_at, p.message
            FROM registry.neighbourhood m CROSS JOIN unnest(ARRAY['street', 'building', 'door', 'unit']) WITH ORDINALITY v(level, rank)
            LEFT JOIN ours o ON o.neighbourhood = m.code AND o.level = v.level
            LEFT JOIN theirs t ON t.neighbourhood = m.code AND t.level = v.level
            LEFT JOIN open c ON c.neighbourhood = m.code AND c.level = v.level
            LEFT JOIN registry.pull p ON p.neighbourhood = m.code
            ORDER BY m.code, v.rank
            """;

    private final RegistryStore store;

    public MatchRates(RegistryStore store) {
        this.store = store;
    }

    /**
     * One level in one neighbourhood.
     *
     * @param ours active objects of the city, {@code oursLinked} of them linked to an active row
     * @param theirs active rows of the registry, {@code theirsLinked} of them linked
     * @param pull state of the last reading; null when it was never read
     * @param remark what there is to say of that reading; null when there is nothing
     */
    public record Rate(
            long neighbourhood,
            String name,
            Level level,
            long ours,
            long oursLinked,
            long theirs,
            long theirsLinked,
            long conflicts,
            @Nullable String pull,
            @Nullable OffsetDateTime completedAt,
            @Nullable Remark remark) {}

    public List<Rate> all() {
        return store.read()
                .sql(RATES)
                .query((row, n) -> new Rate(
                        row.getLong("code"),
                        row.getString("name"),
                        Levels.of(row.getString("level")),
                        row.getLong("ours"),
                        row.getLong("ours_linked"),
                        row.getLong("theirs"),
                        row.getLong("theirs_linked"),
                        row.getLong("conflicts"),
                        row.getString("state"),
                        row.getObject("completed_at", OffsetDateTime.class),
                        Optional.ofNullable(row.getString("message"))
                                .map(WrittenRemark::read)
                                .orElse(null)))
                .list();
    }
}
