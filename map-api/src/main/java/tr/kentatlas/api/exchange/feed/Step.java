package tr.kentatlas.api.exchange.feed;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.feed.Side;

/**
 * The difference between two moments as one numbered row of entries, type by type: what is new whole in the order it is stored,
 * else in the order of identities. It can be taken up after any entry.
 *
 * @param from null from nothing
 */
record Step(
        Token token, Moment next, Turns.Turn turn, @Nullable Side from, Side to) {

    /** Tells entries until the limit; the token to go on from. */
    Token tell(Differences differences, int limit, BiConsumer<Numbered, Change> sink) {
        Token.Place place = token.place();
        Counter counter = new Counter(place == null ? 0 : place.told(), limit, place);
        for (String type : open(place)) {
            UUID after = place != null && place.type().equals(type) ? place.id() : null;
            if (counter.left() == 0) return new Token(token.agreement(), token.known(), counter.last);
            Differences.Piece piece = new Differences.Piece(type, after, counter.left());
            boolean more = differences.read(from, to, piece, change -> {
                counter.count(new Token.Place(next, counter.told + 1, type, change.id()));
                sink.accept(new Numbered(type, turn.release(), counter.told), change);
            });
            if (more) return new Token(token.agreement(), token.known(), counter.last);
        }
        return new Token(token.agreement(), next, null);
    }

    private List<String> open(Token.@Nullable Place place) {
        SortedSet<String> all = new TreeSet<>(to.types());
        if (from != null) all.addAll(from.types());
        return place == null ? List.copyOf(all) : List.copyOf(all.tailSet(place.type()));
    }

    /** The number of an entry: its release, and its place in the difference that leads there. */
    record Numbered(String type, long release, long seq) {}

    /** How many were told, in all and now. */
    private static final class Counter {
        private final long begin;
        private final int limit;
        private long told;
        private Token.@Nullable Place last;

        Counter(long told, int limit, Token.@Nullable Place last) {
            this.begin = told;
            this.told = told;
            this.limit = limit;
            this.last = last;
        }

        void count(Token.Place place) {
            told++;
            last = place;
        }

        int left() {
            return (int) (limit - (told - begin));
        }
    }
}
