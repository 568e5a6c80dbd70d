package tr.kentatlas.api.exchange.feed;

/**
 * A moment in the life of a partner's data: the last move of the release pointer, and the agreement's version. Between two moments lies
 * a difference, even when the same release is served again.
 *
 * @param turn number of the entry in the release journal; 0 before the first publication
 * @param version of the agreement; 0 before there was one
 */
public record Moment(long turn, int version) {
    /** When the partner had nothing. */
    public static final Moment NOTHING = new Moment(0, 0);
}
