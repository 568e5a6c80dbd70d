package tr.kentatlas.api.access.key;

import java.time.Instant;

/** The text of a key, told this once. */
public record NewKey(String prefix, String key, Instant expiresAt) {
    public static NewKey of(KeyText text, Instant expiresAt) {
        return new NewKey(text.prefix(), text.reveal(), expiresAt);
    }

    @Override
    public String toString() {
        return prefix + " ***";
    }
}
