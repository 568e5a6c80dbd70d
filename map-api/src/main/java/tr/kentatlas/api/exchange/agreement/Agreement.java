package tr.kentatlas.api.exchange.agreement;

import java.time.Instant;
import java.util.Optional;
import tr.kentatlas.api.exchange.agreement.Standing.State;

/** An agreement as it stands: its newest version's terms, and its state. */
public record Agreement(long id, int version, Instant versionMadeAt, Terms terms, Standing standing) {

    public String number() {
        return terms.number();
    }

    /** The state at a moment: the calendar ends an agreement without anybody writing it down. */
    public State stateAt(Instant now) {
        return isOverdueAt(now) ? State.EXPIRED : standing.state();
    }

    /** Whether its last day has passed and nobody has written that down. */
    boolean isOverdueAt(Instant now) {
        boolean open = standing.state() == State.ACTIVE || standing.state() == State.SUSPENDED;
        return open && !now.isBefore(terms.ends());
    }

    /** Why it opens nothing at a moment; empty while it does. */
    public Optional<Refusal> refusalAt(Instant now) {
        State state = stateAt(now);
        if (state != State.ACTIVE) return Optional.of(new Refusal(number(), state, standing.reason(), terms));
        return now.isBefore(terms.begins())
                ? Optional.of(new Refusal(number(), State.ACTIVE, null, terms))
                : Optional.empty();
    }
}
