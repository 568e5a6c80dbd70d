package tr.kentatlas.registry.maks;

import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;

/** A request that brought no answer that could be read. */
final class CallTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;
    private final Effect effect;

    /** What the request may have done at the registry. */
    enum Effect {
        /** It never arrived, or was turned away before it was looked at. */
        NONE,
        /** The registry looked at it and refused it for what it says. */
        REFUSED,
        UNKNOWN
    }

    CallTrouble(Effect effect, Answer answer) {
        super(answer.failure().toString());
        this.answer = answer;
        this.effect = effect;
    }

    static CallTrouble of(Effect effect, ResultCode code, Saying saying, Object... values) {
        return new CallTrouble(effect, Answer.ours(code, saying, values));
    }

    /** An answer that was understood, and says that there is none. */
    static CallTrouble told(Answer answer) {
        return new CallTrouble(Effect.NONE, answer);
    }

    /** The same with what made it known. */
    CallTrouble by(Throwable cause) {
        initCause(cause);
        return this;
    }

    Answer answer() {
        return answer;
    }

    Effect effect() {
        return effect;
    }

    /** Whether the registry or the way to it is ill, so that later may help. */
    boolean isPassing() {
        return answer.code() == ResultCode.OUTAGE || answer.code() == ResultCode.BUSY_RETRY;
    }
}
