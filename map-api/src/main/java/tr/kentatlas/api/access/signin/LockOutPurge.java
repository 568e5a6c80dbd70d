package tr.kentatlas.api.access.signin;

import java.time.Duration;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.ops.jobs.Job;

/** Every hour, forgets failed sign-ins that count no more. */
@Component
final class LockOutPurge implements Job {
    private final LockOut lockOut;

    LockOutPurge(LockOut lockOut) {
        this.lockOut = lockOut;
    }

    @Override
    public String name() {
        return "lock-out-purge";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        lockOut.purge();
    }
}
