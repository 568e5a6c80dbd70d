package tr.kentatlas.api.exchange.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Terms;

/** An agreement in the list. */
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
        List<String> layers) {

    static AgreementCard of(Agreement agreement) {
        Terms terms = agreement.terms();
        return new AgreementCard(
                agreement.id(),
                terms.number(),
                agreement.version(),
                terms.parties().partner(),
                terms.purpose(),
                agreement.stateAt(Instant.now()).word(),
                agreement.standing().reason(),
                terms.from(),
                terms.until(),
                terms.shares().stream().map(Terms.Share::type).toList());
    }
}
