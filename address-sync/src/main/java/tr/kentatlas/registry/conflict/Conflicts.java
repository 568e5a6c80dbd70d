package tr.kentatlas.registry.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.store.Levels;
import tr.kentatlas.registry.store.RegistryStore;

/** Open conflicts, by place and kind. */
public final class Conflicts {
    private final RegistryStore store;

    public Conflicts(RegistryStore store) {
        this.store = store;
    }

    /**
     * Which conflicts; null means all.
     *
     * @param after the last number of the page before; 0 for the first
     */
    public record Query(
            @Nullable String kind,
            @Nullable Level level,
            @Nullable Long neighbourhood,
            @Nullable Long street,
            long after,
            int limit) {
        /** The first of all. */
        public static Query first(int limit) {
            return new Query(null, null, null, null, 0, limit);
        }
    }

    public List<Conflict> open(Query query) {
        return store.read()
                .sql("""
                        SELECT * FROM registry.conflict
                        WHERE state = 'open' AND conflict_no > ? AND (?::text IS NULL OR kind = ?) AND (?::text IS NULL OR level = ?)
                          AND (?::bigint IS NULL OR neighbourhood = ?) AND (?::bigint IS NULL OR street = ?)
                        ORDER BY conflict_no LIMIT ?
                        """)
                .params(values(query))
                .query((row, n) -> of(row))
                .list();
    }

    public Optional<Conflict> find(long number) {
        return find(store.read(), number);
    }

    static Optional<Conflict> find(JdbcClient jdbc, long number) {
        return jdbc.sql("SELECT * FROM registry.conflict WHERE conflict_no = ?")
                .param(number)
                .query((row, n) -> of(row))
                .optional();
    }

    private static List<@Nullable Object> values(Query query) {
        String level = query.level() == null ? null : Levels.word(query.level());
        return Arrays.asList(
                query.after(),
                query.kind(),
                query.kind(),
                level,
                level,
                query.neighbourhood(),
                query.neighbourhood(),
                query.street(),
                query.street(),
                query.limit());
    }

    private static Conflict of(ResultSet row) throws SQLException {
        return new Conflict(
                row.getLong("conflict_no"),
                row.getString("kind"),
                Levels.of(row.getString("level")),
                row.getObject("local", UUID.class),
                row.getObject("object", UUID.class),
                row.getObject("code", Long.class),
                row.getLong("neighbourhood"),
                row.getString("detail"),
                row.getString("changed_by"),
                row.getString("state"));
    }
}
