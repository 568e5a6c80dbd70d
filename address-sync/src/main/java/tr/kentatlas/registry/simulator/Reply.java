package tr.kentatlas.registry.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.RegisteredSide;

/**
 * What the registry answers to a write.
 *
 * @param result the contract's number for it
 * @param code of the row; null when it was refused
 * @param sides of a road, in the order they were sent
 * @param changed whether the registry is another one now
 */
record Reply(
        int result,
        String text,
        @Nullable Long code,
        @Nullable Long version,
        List<RegisteredSide> sides,
        boolean changed) {
    static final int DONE = 0;
    static final int VALIDATION = 100;
    static final int DUPLICATE = 101;
    static final int NOT_FOUND = 102;
    static final int PARENT_RETIRED = 103;
    static final int GEOMETRY = 104;
    static final int STALE = 105;
    static final int OUT_OF_AREA = 201;
    static final int BUSY = 300;
    static final int UNKNOWN = 999;

    static Reply done(long code, long version) {
        return done(code, version, List.of());
    }

    static Reply done(long code, long version, List<RegisteredSide> sides) {
        return new Reply(DONE, "İşlem başarılı.", code, version, sides, true);
    }

    static Reply refused(int result, String text) {
        return new Reply(result, text, null, null, List.of(), false);
    }

    /** The same answer once more, for a request that was carried out before. */
    Reply again() {
        return new Reply(result, text, code, version, sides, false);
    }
}
