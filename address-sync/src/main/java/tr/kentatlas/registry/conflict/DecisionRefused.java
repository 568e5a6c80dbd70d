package tr.kentatlas.registry.conflict;

/** A decision that cannot be carried out; the message says why and what to do first. Nothing was changed. */
public final class DecisionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DecisionRefused(String why) {
        super(why);
    }
}
