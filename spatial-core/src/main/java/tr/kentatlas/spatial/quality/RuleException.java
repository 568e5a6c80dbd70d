package tr.kentatlas.spatial.quality;

import org.jspecify.annotations.Nullable;

/** A rule is written wrongly or could not be run; the message begins with its id or file. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
