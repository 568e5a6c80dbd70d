package tr.kentatlas.spatial.store.edit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an edit ended. */
public sealed interface EditResult {

    /** It is done; {@code version} is the object's new one, or its last when it is retired. */
    record Done(UUID id, int version) implements EditResult {}

    /**
     * Somebody was faster: nothing was changed.
     *
     * @param seen what the editor started from
     * @param current what is known now, by column; empty when the object is gone
     */
    record Stale(ObjectVersion seen, Map<String, @Nullable Object> current) implements EditResult {}
}
