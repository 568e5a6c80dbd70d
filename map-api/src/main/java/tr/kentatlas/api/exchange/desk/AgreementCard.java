package tr.kentatlas.api.exchange.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Terms;

/**
 * An agreement in the list.
 *
 * @param keyEndsAt when the last of its keys ends that are open; null where none is
 */
record AgreementCard(
        long id,
        String number,
        int version,
        String partner,
        String purpose,
        String state,
        @Nullable String reason,
        LocalDate from,
        LocalDate until,
        @Nullable Instant keyEndsAt,
        List<String> layers) {

    /** @param keys its own, and maybe others' */
    static AgreementCard of(Agreement agreement, List<KeptKey> keys) {
        Instant now = Instant.now();
        Terms terms = agreement.terms();
        return new AgreementCard(
                agreement.id(),
                terms.number(),
                agreement.version(),
                terms.parties().partner(),
                terms.purpose(),
                agreement.stateAt(now).word(),
                agreement.standing().reason(),
                terms.from(),
                terms.until(),
                keys.stream()
                        .filter(key -> key.owner() == agreement.id() && key.isOpenAt(now))
                        .map(KeptKey::expiresAt)
                        .max(Instant::compareTo)
                        .orElse(null),
                terms.shares().stream().map(Terms.Share::type).toList());
    }
}
