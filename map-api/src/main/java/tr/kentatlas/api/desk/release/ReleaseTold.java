package tr.kentatlas.api.desk.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.Releases.Served;

/**
 * A release in the list of them.
 *
 * @param state served, published, withdrawn, draft or dropped
 * @param features of all its themes
 */
record ReleaseTold(
        long number,
        String state,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant publishedAt,
        long features) {

    static ReleaseTold of(Release release, @Nullable Served served) {
        return new ReleaseTold(
                release.number(),
                state(release, served),
                release.note(),
                release.createdAt(),
                release.publishedAt(),
                release.snapshots().stream().mapToLong(ReleaseBook::rows).sum());
    }

    private static String state(Release release, @Nullable Served served) {
        if (served != null && served.release() == release.number()) return "served";
        if (served != null && served.withdrawn().contains(release.number())) return "withdrawn";
        return release.state().word();
    }
}
