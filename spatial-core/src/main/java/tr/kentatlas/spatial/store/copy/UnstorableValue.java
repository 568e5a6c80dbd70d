package tr.kentatlas.spatial.store.copy;

import org.jspecify.annotations.Nullable;

/** A value its column cannot hold; the record is rejected with this message as its reason. */
public final class UnstorableValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnstorableValue(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
