package tr.kentatlas.api.exchange.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Seal;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feed.Side;

/** Finds the difference a token asks for. */
@Component
final class Feed {
    private static final String PURPOSE = "changes";

    private final Turns turns;
    private final Seal seal;

    Feed(Turns turns, Seal seal) {
        this.turns = turns;
        this.seal = seal;
    }

    /** The token of an agreement's feed; without one it begins with nothing. */
    Token token(@Nullable String since, long agreement) {
        if (since == null) return Token.start(agreement);
        Token token =
                seal.open(PURPOSE, since).map(Token::read).orElseThrow(() -> Problem.invalid("since", "feed.token"));
        if (token.agreement() == agreement) return token;
        throw Problem.invalid("since", "feed.other-agreement");
    }

    /** The text partners keep of a token: they cannot read or change it. */
    String text(Token token) {
        return seal.close(PURPOSE, token.bytes());
    }

    /** What follows the token; empty when the partner has everything. */
    Optional<Step> next(Token token) {
        Token.Place place = token.place();
        return place == null
                ? turns.after(token.agreement(), token.known()).map(next -> onward(token, next))
                : Optional.of(begun(token, place));
    }

    private Step begun(Token token, Token.Place place) {
        return turns.turn(place.next()).isWithdrawn() ? back(token, place) : onward(token, place.next());
    }

    private Step onward(Token token, Moment next) {
        boolean fromNothing = token.known().equals(Moment.NOTHING);
        Side from = fromNothing ? null : turns.side(token.agreement(), token.known());
        return new StepOn(token, next, turns.turn(next), from, turns.side(token.agreement(), next));
    }

    /** Only what the partner has whole, and may still read, can it go back to. */
    private Step back(Token token, Token.Place place) {
        Turns.Turn withdrawn = turns.turn(place.next());
        boolean isKept = !token.known().equals(Moment.NOTHING)
                && !turns.turn(token.known()).isWithdrawn();
        if (isKept) {
            Side told = turns.side(token.agreement(), place.next());
            Side had = turns.side(token.agreement(), token.known());
            Turns.Turn turn = turns.thatWithdrew(withdrawn, had.edition().release());
            StepBack back = new StepBack(token, place, turn, told, had);
            if (back.isPossible()) return back;
        }
        throw Problem.gone(Wording.of("feed.withdrawn", withdrawn.release()));
    }
}
