package tr.kentatlas.testsupport;

import java.util.concurrent.locks.LockSupport;

/** For tests that ask again and again: between two questions the processor is left to whom they wait for, whom each question takes some of it. */
public final class Patience {
    private static final long MOMENT = 20_000_000; // nanoseconds

    private Patience() {}

    public static void aMoment() {
        LockSupport.parkNanos(MOMENT);
    }
}
