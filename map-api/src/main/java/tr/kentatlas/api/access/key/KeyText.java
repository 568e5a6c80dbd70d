package tr.kentatlas.api.access.key;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntPredicate;
import tr.kentatlas.spatial.feature.Sha256;

/**
 * A key: {@code kent_<prefix>_<secret>}. The prefix names it in lists and logs; the secret is 256 random bits, so that its plain
 * SHA-256 is safe to keep. Never shows its secret in a log.
 */
public record KeyText(String prefix, String secret) {
    private static final String BEGIN = "kent_";
    private static final int PREFIX = BEGIN.length();
    private static final int SECRET = PREFIX + 8 + 1;
    private static final int LENGTH = SECRET + 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** One nobody has. */
    public static KeyText random() {
        byte[] prefix = new byte[4];
        byte[] secret = new byte[32];
        RANDOM.nextBytes(prefix);
        RANDOM.nextBytes(secret);
        return new KeyText(
                HexFormat.of().formatHex(prefix),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty for what has not the form of a key. */
    public static Optional<KeyText> parse(String token) {
        boolean isKey = token.length() == LENGTH
                && token.startsWith(BEGIN)
                && token.charAt(SECRET - 1) == '_'
                && isOf(KeyText::isHex, token, PREFIX, SECRET - 1)
                && isOf(KeyText::isBase64Url, token, SECRET, LENGTH);
        return isKey
                ? Optional.of(new KeyText(token.substring(PREFIX, SECRET - 1), token.substring(SECRET)))
                : Optional.empty();
    }

    /** By hand: it is asked of every request with a key, and a pattern takes as long as the rest of knowing it. */
    private static boolean isOf(IntPredicate allowed, String text, int from, int to) {
        for (int i = from; i < to; i++) if (!allowed.test(text.charAt(i))) return false;
        return true;
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static boolean isBase64Url(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }

    /** What its owner presents; shown once. */
    public String reveal() {
        return BEGIN + prefix + "_" + secret;
    }

    /** SHA-256 of the whole text. */
    public byte[] hash() {
        return Sha256.of(reveal());
    }

    @Override
    public String toString() {
        return BEGIN + prefix + "_***";
    }
}
