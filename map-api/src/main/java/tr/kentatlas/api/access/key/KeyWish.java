package tr.kentatlas.api.access.key;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.problem.Problem;

/**
 * A key that is asked for.
 *
 * @param label what it is for
 */
public record KeyWish(@Nullable String label, int days) {
    private static final int LONGEST_LABEL = 200;

    public KeyWish {
        label = label == null ? "" : label.strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL)
            throw Problem.invalid("label", "access.key-label", LONGEST_LABEL);
    }

    /** When it expires if it is made now. */
    public Instant expiry(int mostDays) {
        if (days < 1 || days > mostDays) throw Problem.invalid("days", "access.key-days", mostDays);
        return Instant.now().plus(Duration.ofDays(days));
    }
}
