package tr.kentatlas.api.exchange.feed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands in its feed. It opens nothing by itself: whatever it says is read through the grant of who presents it.
 *
 * @param known the moment whose data the partner has whole
 * @param told how many entries it was told until it had them
 * @param place how far it is in the difference to the next; null between two
 */
public record Token(
        long agreement, Moment known, long told, @Nullable Place place) {
    private static final Pattern FORM = Pattern.compile("(?:2|3\\.(\\d{1,18}))\\.(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,9})"
            + "(?:/(\\d{1,18})\\.(\\d{1,9})\\.(\\d{1,18})\\.([a-z0-9_]{1,63})\\.([0-9a-f-]{36})(\\.back)?)?");

    private static final String BACK = ".back";

    /** Tokens of version 2 did not count; none of their differences had so many entries, so no number is given twice. */
    private static final long UNCOUNTED = 1_000_000_000;

    /**
     * A place within a difference.
     *
     * @param next the moment the difference leads to
     * @param told how many entries were told since the difference began
     * @param type of the last entry told, or of the next one to be taken back
     * @param id of that entry
     * @param isBack whether the difference is being taken back
     */
    public record Place(Moment next, long told, String type, UUID id, boolean isBack) {}

    static Token start(long agreement) {
        return new Token(agreement, Moment.NOTHING, 0, null);
    }

    /** How many entries were told in all. */
    long count() {
        return told + (place == null ? 0 : place.told);
    }

    /** The same token at another place of its difference. */
    Token at(@Nullable Place place) {
        return new Token(agreement, known, told, place);
    }

    /** With that moment's data whole, after so many more entries. */
    Token knowing(Moment moment, long more) {
        return new Token(agreement, moment, told + more, null);
    }

    /** Reads what {@link #bytes} wrote, in this version or the one before; anything else is an {@link IllegalArgumentException}. */
    static Token read(byte[] bytes) {
        Matcher parts = FORM.matcher(new String(bytes, StandardCharsets.US_ASCII));
        if (!parts.matches()) throw new IllegalArgumentException("not a token of this version");
        Moment known = new Moment(Long.parseLong(parts.group(3)), Integer.parseInt(parts.group(4)));
        long told = parts.group(1) == null ? UNCOUNTED : Long.parseLong(parts.group(1));
        return new Token(Long.parseLong(parts.group(2)), known, told, place(parts));
    }

    private static @Nullable Place place(Matcher parts) {
        if (parts.group(5) == null) return null;
        return new Place(
                new Moment(Long.parseLong(parts.group(5)), Integer.parseInt(parts.group(6))),
                Long.parseLong(parts.group(7)),
                parts.group(8),
                UUID.fromString(parts.group(9)),
                parts.group(10) != null);
    }

    /** Before it is sealed. */
    byte[] bytes() {
        String text = "3." + told + "." + agreement + "." + known.turn() + "." + known.version();
        if (place != null) {
            text += "/" + place.next.turn() + "." + place.next.version() + "." + place.told + "." + place.type + "."
                    + place.id + (place.isBack ? BACK : "");
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
