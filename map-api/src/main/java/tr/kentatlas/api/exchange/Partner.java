package tr.kentatlas.api.exchange;

import java.time.Instant;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/** A partner institution that presents a key of an agreement in force. */
public record Partner(Agreement agreement, Grant grant, KeptKey key) implements Caller {

    @Override
    public String name() {
        return agreement.number() + " kent_" + key.prefix();
    }

    /** When the key opens nothing any more: by its own day, or the agreement's. */
    Instant endsAt() {
        Instant end = agreement.terms().end();
        return key.expiresAt().isBefore(end) ? key.expiresAt() : end;
    }

    @Override
    public Kind kind() {
        return Kind.PARTNER;
    }

    @Override
    public Grant grant(Edition edition, Edition served) {
        boolean isServed = edition.release() == served.release();
        if (!isServed && !agreement.terms().releases().contains(Terms.Releases.SUPERSEDED)) {
            throw Problem.forbidden(Wording.of("agreement.one-release", agreement.number(), served.release()));
        }
        return grant;
    }
}
