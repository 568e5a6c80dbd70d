package tr.kentatlas.api.exchange.feed;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.feed.Side;

/** Finds the difference a token asks for. */
@Component
final class Feed {
    private final Turns turns;

    Feed(Turns turns) {
        this.turns = turns;
    }

    /** The token of an agreement's feed; without one it begins with nothing. */
    static Token token(@Nullable String since, long agreement) {
        if (since == null) return Token.start(agreement);
        try {
            Token token = Token.parse(since);
            if (token.agreement() == agreement) return token;
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
        throw fault("this token belongs to another agreement");
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

    private static Problem fault(String detail) {
        return Problem.invalid(List.of(new Problem.Fault("since", detail)));
    }
}
