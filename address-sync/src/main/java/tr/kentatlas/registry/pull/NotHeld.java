package tr.kentatlas.registry.pull;

/** There is no such reading any more that is held back; nothing was changed. */
public final class NotHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotHeld(String why) {
        super(why);
    }
}
