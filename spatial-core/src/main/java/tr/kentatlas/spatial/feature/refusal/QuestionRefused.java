package tr.kentatlas.spatial.feature.refusal;

/** A question that cannot be answered as it was asked, and why. */
public class QuestionRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public QuestionRefused(Phrase phrase, Object... values) {
        this(Reason.of(phrase, values));
    }

    protected QuestionRefused(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
