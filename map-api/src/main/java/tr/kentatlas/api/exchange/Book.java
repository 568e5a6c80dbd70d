package tr.kentatlas.api.exchange;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.spatial.feature.Grant;

/**
 * All agreements and keys as they were at one moment; requests are decided by it without asking the database.
 *
 * @param changeNo of the database's content it was read from
 * @param readAt when it was last known to be the newest
 * @param byPrefix keys by their visible prefix
 */
record Book(long changeNo, Instant readAt, Map<Long, Entry> agreements, Map<String, KeptKey> byPrefix) {

    /** An agreement with its grant, which is compiled once, so that caches know it again. */
    record Entry(Agreement agreement, Grant grant) {}

    Book {
        agreements = Map.copyOf(agreements);
        byPrefix = Map.copyOf(byPrefix);
    }

    /** The key of that very text. */
    Optional<KeptKey> find(KeyText text) {
        return Optional.ofNullable(byPrefix.get(text.prefix())).filter(key -> key.matches(text));
    }

    Book knownAt(Instant moment) {
        return new Book(changeNo, moment, agreements, byPrefix);
    }
}
