package tr.kentatlas.api.exchange.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many entries of a step were told, in all and now, and where that leads. */
final class Tally {
    private final Token token;
    private final Moment next;
    private final boolean isBack;
    private final long begin;
    private final int limit;
    private long told;
    private Token.@Nullable Place last;

    private Tally(Token token, Moment next, boolean isBack, int limit) {
        this.token = token;
        this.next = next;
        this.isBack = isBack;
        this.last = token.place();
        this.begin = last == null ? 0 : last.told();
        this.told = begin;
        this.limit = limit;
    }

    /** Of a difference that is told on its way to a moment. */
    static Tally on(Token token, Moment next, int limit) {
        return new Tally(token, next, false, limit);
    }

    /** Of one that is taken back. */
    static Tally back(Token token, Token.Place place, int limit) {
        return new Tally(token, place.next(), true, limit);
    }

    /** One more; the token to go on from after it. */
    Token count(String type, UUID id) {
        told++;
        last = new Token.Place(next, told, type, id, isBack);
        return soFar();
    }

    int left() {
        return (int) (limit - (told - begin));
    }

    /** The token to go on from. */
    Token soFar() {
        return token.at(last);
    }

    /** The token of who has that moment's data whole by what was told. */
    Token whole(Moment moment) {
        return token.knowing(moment, told);
    }
}
