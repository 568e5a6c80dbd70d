package tr.kentatlas.spatial.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.word.Worded;

/** A manifest: which snapshot of each theme belongs together under one number. */
public record Release(
        long number,
        State state,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant publishedAt,
        List<Snapshot> snapshots) {

    /** Where a release is in its life. */
    public enum State implements Worded {
        DRAFT,
        PUBLISHED,
        DROPPED
    }

    public Release {
        snapshots = List.copyOf(snapshots);
    }
}
