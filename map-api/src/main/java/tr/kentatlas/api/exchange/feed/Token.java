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
 * @param place how far it is in the difference to the next; null between two
 */
public record Token(long agreement, Moment known, @Nullable Place place) {
    private static final Pattern FORM = Pattern.compile(
            "2\\.(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,9})(?:/(\\d{1,18})\\.(\\d{1,9})\\.(\\d{1,18})\\.([a-z0-9_]{1,63})\\.([0-9a-f-]{36}))?");

    /**
     * A place within a difference.
     *
     * @param next the moment the difference leads to
     * @param told how many of its entries were told
     * @param type of the last entry told
     * @param id of the last entry told
     */
    public record Place(Moment next, long told, String type, UUID id) {}

    static Token start(long agreement) {
        return new Token(agreement, Moment.NOTHING, null);
    }

    /** Reads what {@link #bytes} wrote; anything else is an {@link IllegalArgumentException}. */
    static Token read(byte[] bytes) {
        Matcher parts = FORM.matcher(new String(bytes, StandardCharsets.US_ASCII));
        if (!parts.matches()) throw new IllegalArgumentException("not a token of this version");
        Moment known = new Moment(Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3)));
        return new Token(Long.parseLong(parts.group(1)), known, place(parts));
    }

    private static @Nullable Place place(Matcher parts) {
        if (parts.group(4) == null) return null;
        return new Place(
                new Moment(Long.parseLong(parts.group(4)), Integer.parseInt(parts.group(5))),
                Long.parseLong(parts.group(6)),
                parts.group(7),
                UUID.fromString(parts.group(8)));
    }

    /** Before it is sealed. */
    byte[] bytes() {
        String text = "2." + agreement + "." + known.turn() + "." + known.version();
        if (place != null) {
            text += "/" + place.next.turn() + "." + place.next.version() + "." + place.told + "." + place.type + "."
                    + place.id;
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
