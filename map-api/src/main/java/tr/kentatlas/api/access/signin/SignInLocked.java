package tr.kentatlas.api.access.signin;

import java.time.Instant;
import org.springframework.security.authentication.LockedException;

/** Too many attempts failed: none is looked at until then. */
final class SignInLocked extends LockedException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    SignInLocked(Instant until) {
        super("too many attempts failed");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
