package tr.kentatlas.api.problem;

/** A value of a request that cannot be used; whoever reads the request knows what the value is called there. */
public final class ValueRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    public ValueRefused(String key, Object... values) {
        this(Wording.of(key, values));
    }

    private ValueRefused(Wording wording) {
        super(wording.toString());
        this.wording = wording;
    }

    Wording wording() {
        return wording;
    }
}
