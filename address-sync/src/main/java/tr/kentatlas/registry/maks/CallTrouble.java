package tr.kentatlas.registry.maks;

import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.ResultCode;

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

    CallTrouble(Effect effect, ResultCode code, String text) {
        super(text);
        this.answer = new Answer(code, null, text);
        this.effect = effect;
    }

    CallTrouble(Effect effect, ResultCode code, String text, Throwable cause) {
        super(text, cause);
        this.answer = new Answer(code, null, text);
        this.effect = effect;
    }

    /** An answer that was understood, and says that there is none. */
    CallTrouble(Answer answer) {
        super(answer.text());
        this.answer = answer;
        this.effect = Effect.NONE;
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
