package tr.kentatlas.spatial.store;

/** As many large answers are being read as may be at a time. */
public final class TooManyReaders extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReaders() {
        super("too many large answers are being read");
    }
}
