package tr.kentatlas.api.exchange.agreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.exchange.agreement.Standing.State;

/** Why an agreement opens nothing, and whom to ask. */
public record Refusal(String number, State state, @Nullable String reason, Terms terms) {

    /** A sentence for the partner. */
    public String sentence() {
        String what = switch (state) {
            case DRAFT -> "is not in force yet";
            case SUSPENDED -> "is suspended";
            case REVOKED -> "is revoked";
            case EXPIRED -> ended();
            case ACTIVE -> "is in force";
        };
        String why = reason == null || reason.isBlank() || state == State.EXPIRED ? "" : " (" + reason + ")";
        return "Agreement " + number + " " + what + why + ". Ask "
                + terms.parties().provider() + ".";
    }

    /** Who extends an agreement puts it in force again, too. */
    private String ended() {
        boolean extended = Instant.now().isBefore(terms.ends());
        return extended ? "has ended; its extension is not in force yet" : "ended on " + terms.until();
    }
}
