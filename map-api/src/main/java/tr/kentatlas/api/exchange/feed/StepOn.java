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
 * else in the order of identities.
 *
 * @param from null from nothing
 */
record StepOn(
        Token token, Moment next, Turns.Turn turn, @Nullable Side from, Side to) implements Step {

    @Override
    public int version() {
        return next.version();
    }

    @Override
    public boolean isFromNothing() {
        return from == null;
    }

    @Override
    public Token tell(Differences differences, int limit, BiConsumer<Numbered, Change> sink) {
        Token.Place place = token.place();
        Tally tally = Tally.on(token, next, limit);
        for (String type : open(place)) {
            UUID mark = place != null && place.type().equals(type) ? place.id() : null;
            if (tally.left() == 0) return tally.soFar();
            boolean more = differences.read(from, to, Differences.Piece.after(type, mark, tally.left()), change -> {
                Token after = tally.count(type, change.id());
                sink.accept(new Numbered(type, turn.release(), after), change);
            });
            if (more) return tally.soFar();
        }
        return tally.whole(next);
    }

    private List<String> open(Token.@Nullable Place place) {
        SortedSet<String> all = new TreeSet<>(to.types());
        if (from != null) all.addAll(from.types());
        return place == null ? List.copyOf(all) : List.copyOf(all.tailSet(place.type()));
    }
}
