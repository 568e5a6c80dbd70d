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
import tr.kentatlas.registry.store.RegistryStore;

/** Open conflicts, by place and kind. */
public final class Conflicts {
    /** A page's condition, order and limit. */
    static final String WHICH = """
             WHERE c.state = 'open' AND c.conflict_no > ? AND (?::text IS NULL OR c.kind = ?) AND (?::text IS NULL OR c.level = ?)
               AND (?::bigint IS NULL OR c.neighbourhood = ?) AND (?::bigint IS NULL OR c.street = ?)
            ORDER BY c.conflict_no LIMIT ?
            """;

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
            @Nullable ConflictKind kind,
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
                .sql("SELECT c.* FROM registry.conflict c" + WHICH)
                .params(values(query))
                .query((row, n) -> of(row))
                .list();
    }

    /** The same with both sides of each, for people. */
    public List<ConflictSides> sides(Query query) {
        return SidesReader.read(store.read(), values(query));
    }

    /** The numbers and marks of open conflicts, for deciding about all of them at once. */
    public List<Seen> seen(Query query) {
        return store.read()
                .sql("SELECT c.conflict_no, registry.conflict_mark(c) AS mark FROM registry.conflict c" + WHICH)
                .params(values(query))
                .query((row, n) -> new Seen(row.getLong("conflict_no"), row.getString("mark")))
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
        String kind = query.kind() == null ? null : query.kind().name();
        String level = query.level() == null ? null : query.level().word();
        return Arrays.asList(
                query.after(),
                kind,
                kind,
                level,
                level,
                query.neighbourhood(),
                query.neighbourhood(),
                query.street(),
                query.street(),
                query.limit());
    }

    static Conflict of(ResultSet row) throws SQLException {
        return new Conflict(
                row.getLong("conflict_no"),
                ConflictKind.valueOf(row.getString("kind")),
                Level.of(row.getString("level")),
                row.getObject("local", UUID.class),
                row.getObject("object", UUID.class),
                row.getObject("code", Long.class),
                row.getLong("neighbourhood"),
                row.getString("detail"),
                row.getString("changed_by"),
                ConflictState.of(row.getString("state")));
    }
}
