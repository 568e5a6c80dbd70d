package tr.kentatlas.api.exchange.agreement;

import java.time.Instant;
import java.util.Optional;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.problem.Problem;

/** An agreement as it stands: its newest version's terms, and its state. */
public record Agreement(long id, int version, Instant versionMadeAt, Terms terms, Standing standing) {

    public String number() {
        return terms.number();
    }

    /** Refuses what nobody can do with an agreement that has ended for good. */
    public void requireNotRevoked() {
        if (standing.state() == State.REVOKED) throw Problem.invalid("state", "agreement.revoked");
    }

    /** The state at a moment: the calendar begins and ends an agreement without anybody writing it down. */
    public State stateAt(Instant now) {
        if (isOverdueAt(now)) return State.EXPIRED;
        boolean isEarly = standing.state() == State.ACTIVE && terms.isEarlyAt(now);
        return isEarly ? State.UPCOMING : standing.state();
    }

    /** Whether its last day has passed and nobody has written that down. */
    boolean isOverdueAt(Instant now) {
        boolean open = standing.state() == State.ACTIVE || standing.state() == State.SUSPENDED;
        return open && terms.isOverAt(now);
    }

    /** Why it opens nothing at a moment; empty while it does. */
    public Optional<Refusal> refusalAt(Instant now) {
        State state = stateAt(now);
        if (state == State.ACTIVE) return Optional.empty();
        String reason = state == State.UPCOMING ? null : standing.reason();
        return Optional.of(new Refusal(number(), state, reason, terms));
    }
}
