package tr.kentatlas.registry.pull;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.WrittenRemark;

/**
 * Where the reading of a neighbourhood stands.
 *
 * @param page next to read of {@code level}
 * @param reading how often the neighbourhood is being read in this pull
 * @param probe highest version when this reading began; null when the registry does not tell
 * @param digest of the reading before
 * @param unsteady something moved while it was read
 * @param version highest version of the last complete pull
 */
record Cursor(
        long neighbourhood,
        String state,
        Level level,
        int page,
        int reading,
        @Nullable Long probe,
        @Nullable String digest,
        boolean unsteady,
        int faults,
        @Nullable Long version) {

    static Optional<Cursor> find(JdbcClient jdbc, long neighbourhood) {
        return jdbc.sql("SELECT * FROM registry.pull WHERE neighbourhood = ?")
                .param(neighbourhood)
                .query((row, n) -> new Cursor(
                        neighbourhood,
                        row.getString("state"),
                        Level.of(row.getString("level")),
                        row.getInt("page"),
                        row.getInt("reading"),
                        row.getObject("probe", Long.class),
                        row.getString("digest"),
                        row.getBoolean("unsteady"),
                        row.getInt("faults"),
                        row.getObject("version", Long.class)))
                .optional();
    }

    boolean isUnderWay() {
        return state.equals("reading") || state.equals("failed");
    }

    /**
     * A new pull, or the next reading of one that did not stand still. Its row is held first: whoever allows a reading meanwhile either
     * has it whole or finds it gone.
     */
    static void begin(JdbcClient jdbc, long neighbourhood, int reading, @Nullable Long probe, @Nullable String digest) {
        jdbc.sql("""
                        INSERT INTO registry.pull AS p (neighbourhood, state, reading, probe, digest, started_at)
                        VALUES (?, 'reading', ?, ?, ?, clock_timestamp())
                        ON CONFLICT (neighbourhood) DO UPDATE SET state = 'reading', level = 'street', page = 1,
                            reading = excluded.reading, probe = excluded.probe, digest = excluded.digest, unsteady = false,
                            faults = 0, started_at = excluded.started_at, message = NULL
                        """)
                .params(Arrays.asList(neighbourhood, reading, probe, digest))
                .update();
        Incoming.clear(jdbc, neighbourhood);
    }

    void advance(JdbcClient jdbc, Level nextLevel, int nextPage, boolean moved, int newFaults) {
        jdbc.sql("""
                        UPDATE registry.pull SET state = 'reading', level = ?, page = ?, unsteady = unsteady OR ?, faults = faults + ?
                        WHERE neighbourhood = ?
                        """)
                .params(nextLevel.word(), nextPage, moved, newFaults, neighbourhood)
                .update();
    }

    /** A complete pull stays complete when the next one cannot even begin. */
    static void end(JdbcClient jdbc, long neighbourhood, String state, Remark remark) {
        jdbc.sql("""
                        INSERT INTO registry.pull AS p (neighbourhood, state, message, started_at) VALUES (?, ?, ?, clock_timestamp())
                        ON CONFLICT (neighbourhood) DO UPDATE SET message = excluded.message,
                            state = CASE p.state WHEN 'complete' THEN p.state ELSE excluded.state END
                        """).params(neighbourhood, state, WrittenRemark.write(remark)).update();
    }
}
