package tr.kentatlas.registry.pull;

import java.time.Duration;
import java.util.function.Supplier;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.ResultCode;

/**
 * Asks again, after a growing wait, when the registry is busy or out of reach; never when it refuses the caller, so that no account is
 * locked out.
 */
public final class Patience {
    private final int tries;
    private final Duration first;
    private final Pause pause;

    /** Waits; tests do not. */
    @FunctionalInterface
    public interface Pause {
        void rest(Duration time);
    }

    public Patience(int tries, Duration first, Pause pause) {
        this.tries = tries;
        this.first = first;
        this.pause = pause;
    }

    /** Four tries, waiting one, two and four seconds. */
    public static Patience usual() {
        return new Patience(4, Duration.ofSeconds(1), Patience::sleep);
    }

    <T> T ask(Supplier<T> question) {
        for (int n = 1; ; n++) {
            try {
                return question.get();
            } catch (RegistryFailure failure) {
                if (n >= tries || !mayPass(failure.answer().code())) throw failure;
                pause.rest(first.multipliedBy(1L << (n - 1)));
            }
        }
    }

    private static boolean mayPass(ResultCode code) {
        return code == ResultCode.OUTAGE || code == ResultCode.BUSY_RETRY || code == ResultCode.AUTH_EXPIRED;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
