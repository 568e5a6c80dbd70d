package tr.kentatlas.api.exchange.feed;

import java.util.function.BiConsumer;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.feed.Side;

/** What a token is told next: a row of numbered entries that can be taken up after any of them. */
interface Step {

    /** The move of the release pointer it tells of. */
    Turns.Turn turn();

    /** Which version of the agreement it leads to. */
    int version();

    boolean isFromNothing();

    /** The data it leads to. */
    Side to();

    /** Tells entries until the limit; the token to go on from. */
    Token tell(Differences differences, int limit, BiConsumer<Numbered, Change> sink);

    /**
     * What stands beside a change in an entry.
     *
     * @param release the one it leads to
     * @param next the token to go on from after it
     */
    record Numbered(String type, long release, Token next) {

        /** Counts on through all steps of a partner: among the entries some token followed none comes twice. */
        long seq() {
            return next.count();
        }
    }
}
