package tr.kentatlas.registry.soap;

import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;

/** A message that is not what the contract says; the remark tells what is wrong with it. */
public final class MessageTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    private final Kind kind;

    /** What came in place of a good message. */
    public enum Kind {
        /** Nothing, an HTML page, or the beginning of a message: the other side or the way to it is ill. */
        NO_MESSAGE,
        /** A message, but of another contract. */
        OTHER_CONTRACT
    }

    private final transient Remark remark;

    private MessageTrouble(Kind kind, Remark remark) {
        super(remark.toString());
        this.kind = kind;
        this.remark = remark;
    }

    /** A message of another contract: what is wrong with it. */
    public static MessageTrouble of(Saying saying, Object... values) {
        return new MessageTrouble(Kind.OTHER_CONTRACT, Remark.of(saying, values));
    }

    /** No message at all: what came in its place. */
    static MessageTrouble none(Saying saying, Object... values) {
        return new MessageTrouble(Kind.NO_MESSAGE, Remark.of(saying, values));
    }

    /** The same with what made it known. */
    public MessageTrouble by(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong with it. */
    public Remark remark() {
        return remark;
    }

    /** The beginning of a foreign text, safe to be shown. */
    public static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
