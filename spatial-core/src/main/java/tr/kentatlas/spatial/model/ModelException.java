package tr.kentatlas.spatial.model;

/** The model files contradict themselves or their schema; the message names the file and the place. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
