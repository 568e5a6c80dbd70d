package tr.kentatlas.spatial.release;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A theme as it was at one moment: immutable rows in schema {@code yayin_<id>}.
 *
 * @param changeNo the last change it contains
 * @param contentHash SHA-256 of the rows and of the theme's model; what an approval names
 * @param rowCounts rows per feature type
 */
public record Snapshot(
        long id,
        String theme,
        String modelHash,
        long changeNo,
        Instant frozenAt,
        String contentHash,
        Map<String, Long> rowCounts) {
    public Snapshot {
        rowCounts = Map.copyOf(new TreeMap<>(rowCounts));
    }
}
