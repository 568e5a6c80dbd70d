package tr.kentatlas.registry.push;

/** The registry does not know its parent yet: it is sent after that. */
final class Waiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Waiting(String parent) {
        super("waits for " + parent);
    }
}
