package tr.kentatlas.registry.push;

/** The object is not complete enough for the registry; the message says what is missing. */
final class Unsendable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsendable(String missing) {
        super(missing);
    }
}
