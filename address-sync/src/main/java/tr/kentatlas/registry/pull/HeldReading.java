package tr.kentatlas.registry.pull;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Level;

/**
 * A reading that was held back because it would end suspiciously much of a neighbourhood.
 *
 * @param startedAt when it was begun: names this reading and no later one
 * @param losses what it would end, by level
 * @param rows the first of the rows it would end
 */
public record HeldReading(long neighbourhood, OffsetDateTime startedAt, List<Loss> losses, List<Row> rows) {
    public HeldReading {
        losses = List.copyOf(losses);
        rows = List.copyOf(rows);
    }

    /** Of {@code active} rows of a level so many would end. */
    public record Loss(Level level, long retiring, long active) {}

    /**
     * A row that would end.
     *
     * @param street name of the street a door counts on; null for anything else
     */
    public record Row(
            Level level,
            long code,
            @Nullable String label,
            @Nullable String street) {}
}
