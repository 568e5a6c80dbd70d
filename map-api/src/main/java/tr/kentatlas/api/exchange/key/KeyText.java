package tr.kentatlas.api.exchange.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partner's key: {@code kent_<prefix>_<secret>}. The prefix names it in lists and logs; the secret is 256 random bits, so that its plain
 * SHA-256 is safe to keep. Never shows its secret in a log.
 */
public record KeyText(String prefix, String secret) {
    private static final Pattern FORM = Pattern.compile("kent_([0-9a-f]{8})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText random() {
        byte[] prefix = new byte[4];
        byte[] secret = new byte[32];
        RANDOM.nextBytes(prefix);
        RANDOM.nextBytes(secret);
        return new KeyText(
                HexFormat.of().formatHex(prefix),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty for what has not the form of a partner's key. */
    public static Optional<KeyText> parse(String token) {
        Matcher parts = FORM.matcher(token);
        return parts.matches() ? Optional.of(new KeyText(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** What the partner presents; shown once. */
    public String reveal() {
        return "kent_" + prefix + "_" + secret;
    }

    /** SHA-256 of the whole text. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(reveal().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "kent_" + prefix + "_***";
    }
}
