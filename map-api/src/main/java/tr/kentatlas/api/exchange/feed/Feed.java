package tr.kentatlas.api.exchange.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Seal;
import tr.kentatlas.api.problem.Problem;
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
        Optional<Moment> next =
                place == null ? turns.after(token.agreement(), token.known()) : Optional.of(place.next());
        return next.map(moment -> step(token, moment));
    }

    private Step step(Token token, Moment next) {
        boolean fromNothing = token.known().equals(Moment.NOTHING);
        Side from = fromNothing ? null : turns.side(token.agreement(), token.known());
        return new Step(token, next, turns.turn(next), from, turns.side(token.agreement(), next));
    }
}
