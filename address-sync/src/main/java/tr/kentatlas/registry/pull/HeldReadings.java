package tr.kentatlas.registry.pull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.pull.HeldReading.Loss;
import tr.kentatlas.registry.pull.HeldReading.Row;
import tr.kentatlas.registry.store.RegistryStore;

/** The readings that wait for a person: what each would end, and taking it over all the same. */
public final class HeldReadings {
    private static final int SHOWN = 200;

    private static final String HELD =
            "SELECT started_at FROM registry.pull WHERE neighbourhood = ? AND state = 'halted'";
    /** A new reading waits until this one is taken over; one that has begun is waited for. */
    private static final String HELD_FAST = HELD + " FOR UPDATE";

    private static final String RETIRING = """
            FROM registry.entry e JOIN registry.pull p ON p.neighbourhood = e.neighbourhood
            LEFT JOIN registry.incoming i ON i.neighbourhood = e.neighbourhood AND i.level = e.level AND i.code = e.code
            LEFT JOIN registry.entry s ON e.level = 'door' AND s.level = 'street' AND s.code = e.parent
            WHERE e.neighbourhood = ? AND e.active AND e.listed
            """;
    /** A reading with faulty rows ends only what it says is ended. */
    private static final String ENDS = "((i.code IS NULL AND p.faults = 0) OR NOT i.active)";

    private final RegistryStore store;

    public HeldReadings(RegistryStore store) {
        this.store = store;
    }

    /** The reading of a neighbourhood that is held back, if one is. */
    public Optional<HeldReading> find(long neighbourhood) {
        JdbcClient jdbc = store.read();
        return startedAt(jdbc, HELD, neighbourhood)
                .map(at -> new HeldReading(neighbourhood, at, losses(jdbc, neighbourhood), rows(jdbc, neighbourhood)));
    }

    /**
     * Makes the reading known; {@code actor} answers for it with the reason, which is kept. {@code witness} is told before it stands: what
     * it cannot record does not happen.
     *
     * @param startedAt the reading the person has looked at
     * @throws NotHeld when it is not held back, or was read anew meanwhile
     */
    public PullResult allow(
            long neighbourhood, OffsetDateTime startedAt, String actor, String reason, Runnable witness) {
        if (reason.isBlank()) throw new NotHeld(NotHeld.Why.NO_REASON, neighbourhood);
        return store.alone(actor, jdbc -> {
            OffsetDateTime held = startedAt(jdbc, HELD_FAST, neighbourhood)
                    .orElseThrow(() -> new NotHeld(NotHeld.Why.NOT_HELD, neighbourhood));
            if (!held.isEqual(startedAt)) throw new NotHeld(NotHeld.Why.READ_AGAIN, neighbourhood);
            Cursor cursor = Cursor.find(jdbc, neighbourhood).orElseThrow();
            jdbc.sql(
                            "UPDATE registry.pull SET allowed_by = ?, allowed_at = now(), allowed_why = ? WHERE neighbourhood = ?")
                    .params(actor, reason, neighbourhood)
                    .update();
            long rows = new Takeover(jdbc, neighbourhood).run(cursor.probe(), cursor.faults());
            witness.run();
            return new PullResult.Complete(neighbourhood, rows, cursor.reading());
        });
    }

    private static Optional<OffsetDateTime> startedAt(JdbcClient jdbc, String held, long neighbourhood) {
        return jdbc.sql(held)
                .param(neighbourhood)
                .query((row, n) -> row.getObject("started_at", OffsetDateTime.class))
                .optional();
    }

    private static List<Loss> losses(JdbcClient jdbc, long neighbourhood) {
        return jdbc.sql(
                        "SELECT e.level, count(*) FILTER (WHERE " + ENDS + ") AS retiring, count(*) AS active "
                                + RETIRING
                                + " GROUP BY e.level ORDER BY array_position(ARRAY['street', 'building', 'door', 'unit'], e.level)")
                .param(neighbourhood)
                .query((row, n) ->
                        new Loss(Level.of(row.getString("level")), row.getLong("retiring"), row.getLong("active")))
                .list();
    }

    private static List<Row> rows(JdbcClient jdbc, long neighbourhood) {
        return jdbc.sql("SELECT e.level, e.code, e.label, s.label AS street " + RETIRING + " AND " + ENDS
                        + " ORDER BY array_position(ARRAY['street', 'building', 'door', 'unit'], e.level), e.code LIMIT "
                        + SHOWN)
                .param(neighbourhood)
                .query((row, n) -> new Row(
                        Level.of(row.getString("level")),
                        row.getLong("code"),
                        row.getString("label"),
                        row.getString("street")))
                .list();
    }
}
