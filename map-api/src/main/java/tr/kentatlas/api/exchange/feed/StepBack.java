package tr.kentatlas.api.exchange.feed;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.feed.Side;

/**
 * Takes back what was told of a difference before its release was withdrawn, the last entry first, until the partner has again what it
 * had before. Should the release be served again, the difference goes on from where the way back has come; a type that is new as a
 * whole is told anew then.
 *
 * @param withdrawn what was being told
 * @param to what the partner had
 */
record StepBack(Token token, Token.Place place, Turns.Turn turn, Side withdrawn, Side to) implements Step {
    private static final UUID LAST = new UUID(-1, -1);

    @Override
    public int version() {
        return token.known().version();
    }

    @Override
    public boolean isFromNothing() {
        return false;
    }

    @Override
    public Token tell(Differences differences, int limit, BiConsumer<Numbered, Change> sink) {
        Tally tally = Tally.back(token, place, limit);
        for (String type : told().descendingSet()) {
            if (tally.left() == 0) return tally.soFar();
            UUID from = type.equals(place.type()) ? place.id() : LAST;
            var piece = Differences.Piece.back(type, from, tally.left());
            boolean more = differences.read(withdrawn, to, piece, change -> {
                Token next = tally.count(type, before(change.id()));
                sink.accept(new Numbered(type, to.edition().release(), next), change);
            });
            if (more) return tally.soFar();
        }
        return tally.whole(token.known());
    }

    /**
     * A type that is new as a whole was told in the order it is stored: nobody can say which of it. On the way back it goes in the order of
     * identities.
     */
    boolean isPossible() {
        return place.isBack()
                || to.types().contains(place.type())
                || !withdrawn.types().contains(place.type());
    }

    private NavigableSet<String> told() {
        NavigableSet<String> all = new TreeSet<>(to.types());
        all.addAll(withdrawn.types());
        return all.headSet(place.type(), true);
    }

    private static UUID before(UUID id) {
        long low = id.getLeastSignificantBits();
        return new UUID(low == 0 ? id.getMostSignificantBits() - 1 : id.getMostSignificantBits(), low - 1);
    }
}
