package tr.kentatlas.spatial.ingest;

/** A source cannot be read at all: truncated, corrupt, or not of its format. The message is one sentence for people. */
public final class BrokenSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenSourceException(String message) {
        super(message);
    }

    public BrokenSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
