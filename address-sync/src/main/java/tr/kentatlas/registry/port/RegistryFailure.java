package tr.kentatlas.registry.port;

/** The registry gave no usable answer to a read: out of reach, refusing the caller, or speaking another contract. */
public final class RegistryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public RegistryFailure(Answer answer) {
        super(answer.failure().toString());
        this.answer = answer;
    }

    public RegistryFailure(Answer answer, Throwable cause) {
        super(answer.failure().toString(), cause);
        this.answer = answer;
    }

    /** What was understood of it. */
    public Answer answer() {
        return answer;
    }
}
