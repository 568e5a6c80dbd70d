package tr.kentatlas.spatial.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;
import tr.kentatlas.spatial.word.Worded;

/**
 * What happened to one feature between two releases, in the eyes of a grant. A feature that leaves the grant is deleted for it, one that
 * enters it is inserted.
 *
 * @param feature as it is now; null for a deletion
 */
public record Change(Kind kind, UUID id, @Nullable GeoJsonFeature feature) {

    /** What happened. */
    public enum Kind implements Worded {
        INSERT,
        UPDATE,
        DELETE
    }
}
