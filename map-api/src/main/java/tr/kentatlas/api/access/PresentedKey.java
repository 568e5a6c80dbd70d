package tr.kentatlas.api.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/**
 * The key in an {@code Authorization} header: a bearer token (RFC 6750 §2.1) or, for programs that can send no other header (QGIS before
 * 3.24), the password of the Basic scheme (RFC 7617 §2), whose user name does not count.
 */
record PresentedKey(String token) {
    private static final Wording HOW = Wording.of("access.key-form");

    /** Anything else is a problem that says how a key is presented. */
    static PresentedKey parse(String header) {
        int space = header.indexOf(' ');
        if (space < 0) throw Problem.unauthorized(HOW);
        String value = header.substring(space + 1);
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> new PresentedKey(value);
            case "basic" -> new PresentedKey(password(value.strip()));
            default -> throw Problem.unauthorized(HOW);
        };
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) return pair.substring(colon + 1);
        } catch (IllegalArgumentException notBase64) {
            throw Problem.unauthorized(HOW);
        }
        throw Problem.unauthorized(HOW);
    }
}
