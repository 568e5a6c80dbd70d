package tr.kentatlas.api.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.BearerKeys;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.exchange.agreement.Refusal;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** Knows partners by their keys, and tells those whose key or agreement has ended why; asked first, since it knows all of them by heart. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PartnerDoor implements BearerKeys {
    private final BookKeeper keeper;

    PartnerDoor(BookKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Optional<Caller> find(String token) {
        return KeyText.parse(token).flatMap(this::partner).map(partner -> partner);
    }

    /** The partner of a key; a key or agreement that opens nothing (any more) is a problem with its reason. */
    Optional<Partner> partner(KeyText text) {
        Book book = keeper.book();
        Optional<KeptKey> key = book.find(text);
        return key.map(known -> admitted(book, known));
    }

    /** Refuses when a partner who was let in may not go on. */
    void check(Partner partner) {
        Book book = keeper.book();
        KeptKey key = book.byPrefix().get(partner.key().prefix());
        if (key == null) throw Problem.unauthorized(Wording.of("access.key-unknown"));
        admitted(book, key);
    }

    private Partner admitted(Book book, KeptKey key) {
        Instant now = Instant.now();
        key.requireOpenAt(now);
        Book.Entry entry = Objects.requireNonNull(book.agreements().get(key.owner()));
        Optional<Refusal> refusal = entry.agreement().refusalAt(now);
        if (refusal.isPresent()) throw Problem.forbidden(refusal.get().wording());
        return new Partner(entry.agreement(), entry.grant(), key);
    }
}
