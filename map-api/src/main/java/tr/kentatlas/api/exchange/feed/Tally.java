package tr.kentatlas.api.exchange.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many entries of a step were told, in all and now, and where that leads. */
final class Tally {
    private final Token token;
    private final long begin;
    private final int limit;
    private long told;
    private Token.@Nullable Place last;

    Tally(Token token, int limit) {
        this.token = token;
        this.last = token.place();
        this.begin = last == null ? 0 : last.told();
        this.told = begin;
        this.limit = limit;
    }

    /** One more; its number. */
    long count(Moment next, String type, UUID id) {
        told++;
        last = new Token.Place(next, told, type, id);
        return token.told() + told;
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
