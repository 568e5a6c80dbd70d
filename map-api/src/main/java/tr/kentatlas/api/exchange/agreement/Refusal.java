package tr.kentatlas.api.exchange.agreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.problem.Wording;

/** Why an agreement opens nothing, and whom to ask. */
public record Refusal(String number, State state, @Nullable String reason, Terms terms) {

    /** What a partner is told. */
    public Wording wording() {
        String provider = terms.parties().whomToAsk();
        if (state == State.EXPIRED) return Wording.of("agreement.closed-by-calendar", number, how(), provider);
        return reason == null || reason.isBlank()
                ? Wording.of("agreement.closed", number, how(), provider)
                : Wording.of("agreement.closed-because", number, how(), provider, reason);
    }

    private Wording how() {
        return switch (state) {
            case DRAFT -> Wording.of("agreement.is-draft");
            case SUSPENDED -> Wording.of("agreement.is-suspended");
            case REVOKED -> Wording.of("agreement.is-revoked");
            case EXPIRED -> ended();
            case UPCOMING, ACTIVE -> Wording.of("agreement.begins", terms.from());
        };
    }

    /** Who extends an agreement puts it in force again, too. */
    private Wording ended() {
        boolean isOver = terms.isOverAt(Instant.now());
        return isOver ? Wording.of("agreement.ended", terms.until()) : Wording.of("agreement.extended");
    }
}
