package tr.kentatlas.spatial.release;

/** A step of a release may not be taken; the message says why and what to do, in one sentence. */
public final class ReleaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReleaseRefused(String message) {
        super(message);
    }
}
