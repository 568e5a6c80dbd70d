package tr.kentatlas.spatial.address;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An outer door number as the regulation on addresses and numbering writes it: {@code 12}, {@code 12A}, {@code 12/1}, {@code 10-12}, each
 * with an optional block of buildings ({@code 12 A Blok}). At most {@value #LENGTH} characters.
 *
 * @param raw as it was written; never changed
 * @param first the number before the joint
 * @param joint what joins two numbers; null for a plain number
 * @param second the number or the letters after the joint; null for a plain number
 * @param block the building of an estate; empty where none is named
 */
public record DoorNumber(
        String raw,
        Core first,
        @Nullable Joint joint,
        @Nullable Core second,
        String block) implements Comparable<DoorNumber> {
    /** What the registry's column takes. */
    public static final int LENGTH = 16;

    private static final Pattern BLOCK =
            Pattern.compile("(.*?)(?:[ /-]+(\\d{1,3}|\\p{Lu}{1,2})|(?<=\\d)(\\p{Lu})) ?\\.? ?BLOK");
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,5}) ?(\\p{Lu}{0,2})(?: ?([/-]) ?(?:(\\d{1,5}) ?(\\p{Lu}{0,2})|(\\p{Lu}{1,2})))?");
    private static final Comparator<DoorNumber> ALONG_THE_STREET = Comparator.comparing(DoorNumber::first)
            .thenComparing(DoorNumber::second, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(DoorNumber::block)
            .thenComparing(DoorNumber::text);

    /** Reads a door number; empty for a text that is none, an empty one included. Small letters, spaces and full stops do not matter. */
    public static Optional<DoorNumber> parse(String text) {
        String upper = TurkishText.upper(AddressKey.spaced(text));
        if (upper.length() > LENGTH) {
            return Optional.empty();
        }
        Matcher block = BLOCK.matcher(upper);
        return block.matches()
                ? parse(text, block.group(1).strip(), block.group(2) == null ? block.group(3) : block.group(2))
                : parse(text, upper, "");
    }

    private static Optional<DoorNumber> parse(String raw, String number, String block) {
        Matcher m = NUMBER.matcher(number);
        if (!m.matches()) {
            return Optional.empty();
        }
        Core first = new Core(Integer.parseInt(m.group(1)), m.group(2));
        Joint joint = m.group(3) == null ? null : Joint.of(m.group(3));
        return Optional.of(new DoorNumber(raw, first, joint, joint == null ? null : second(m), block));
    }

    private static Core second(Matcher m) {
        return m.group(6) != null
                ? new Core(Core.NONE, m.group(6))
                : new Core(Integer.parseInt(m.group(4)), m.group(5));
    }

    /** The number in its one spelling: two door numbers are the same if and only if their texts are. */
    public String text() {
        String tail = joint == null ? "" : "" + joint.sign + second;
        return first + tail + (block.isEmpty() ? "" : " " + block + " BLOK");
    }

    /** By number along the street, then by letters. */
    @Override
    public int compareTo(DoorNumber other) {
        return ALONG_THE_STREET.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }

    /** What joins two numbers. */
    public enum Joint {
        /** A number divided: {@code 12/1}. */
        SLASH('/'),
        /** Numbers joined: {@code 10-12}. */
        HYPHEN('-');

        private final char sign;

        Joint(char sign) {
            this.sign = sign;
        }

        private static Joint of(String sign) {
            return sign.equals("/") ? SLASH : HYPHEN;
        }
    }

    /**
     * A number with the letters behind it.
     *
     * @param number from 0 to 99999, or {@value #NONE} for letters alone
     * @param letters upper case, at most two; may be empty
     */
    public record Core(int number, String letters) implements Comparable<Core> {
        /** In place of a number where there are letters alone. */
        public static final int NONE = -1;

        private static final Comparator<Core> ORDER =
                Comparator.comparingInt(Core::number).thenComparing(Core::letters);

        @Override
        public int compareTo(Core other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return (number == NONE ? "" : Integer.toString(number)) + letters;
        }
    }
}
