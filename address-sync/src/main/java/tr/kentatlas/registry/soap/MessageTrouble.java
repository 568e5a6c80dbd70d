package tr.kentatlas.registry.soap;

/** A message that is not what the contract says; the text tells what is wrong with it. */
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

    public MessageTrouble(String text) {
        super(text);
        this.kind = Kind.OTHER_CONTRACT;
    }

    public MessageTrouble(String text, Throwable cause) {
        super(text, cause);
        this.kind = Kind.OTHER_CONTRACT;
    }

    MessageTrouble(Kind kind, String text) {
        super(text);
        this.kind = kind;
    }

    MessageTrouble(Kind kind, String text, Throwable cause) {
        super(text, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The text, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** The beginning of a foreign text, safe for a log. */
    public static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
