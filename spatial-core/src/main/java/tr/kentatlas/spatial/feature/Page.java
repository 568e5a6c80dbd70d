package tr.kentatlas.spatial.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an ordered answer is wanted: at most {@code limit} features after a position.
 *
 * @param after where the page before ended; null for the first
 */
public record Page(int limit, @Nullable Position after) {
    public static final int DEFAULT_LIMIT = 100;
    public static final int MOST = 10_000;

    public Page {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("a limit is between 1 and " + MOST);
    }

    public static Page first(int limit) {
        return new Page(limit, null);
    }

    /**
     * The last feature of a page: its sort values as text (null where absent) and its place in the type's own order.
     */
    public record Position(List<@Nullable String> sortValues, long ordinal) {
        public Position {
            sortValues = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(sortValues));
        }
    }
}
