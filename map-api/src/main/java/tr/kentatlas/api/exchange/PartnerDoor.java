package tr.kentatlas.api.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.BearerKeys;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.exchange.agreement.Refusal;
import tr.kentatlas.api.exchange.key.KeyText;
import tr.kentatlas.api.exchange.key.PartnerKey;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.time.CityTime;

/** Knows partners by their keys, and tells those whose key or agreement has ended why. */
@Component
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
        Optional<PartnerKey> key = book.find(text);
        return key.map(known -> admitted(book, known));
    }

    /** Refuses when a partner who was let in may not go on. */
    void check(Partner partner) {
        Book book = keeper.book();
        PartnerKey key = book.byPrefix().get(partner.key().prefix());
        if (key == null) throw Problem.unauthorized(Wording.of("access.key-unknown"));
        admitted(book, key);
    }

    private Partner admitted(Book book, PartnerKey key) {
        Instant now = Instant.now();
        if (key.revokedAt() != null) throw Problem.unauthorized(Wording.of("access.key-revoked", day(key.revokedAt())));
        if (!key.isOpenAt(now)) throw Problem.unauthorized(Wording.of("access.key-expired", day(key.expiresAt())));
        Book.Entry entry = Objects.requireNonNull(book.agreements().get(key.agreement()));
        Optional<Refusal> refusal = entry.agreement().refusalAt(now);
        if (refusal.isPresent()) throw Problem.forbidden(refusal.get().wording());
        return new Partner(entry.agreement(), entry.grant(), key);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, CityTime.ZONE);
    }
}
