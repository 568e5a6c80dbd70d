package tr.kentatlas.api.http;

import java.util.Map;

/** What every answer tells a browser: nothing foreign is loaded or framed, no type is guessed, no address is told to others. */
public final class SafeHeaders {
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self';"
            + " style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'self'";

    /** By header name. */
    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin");

    private SafeHeaders() {}
}
