package tr.kentatlas.api.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tr.kentatlas.api.Program;

/**
 * How long an answer of the guide stays the same: as long as its release is served by this program, or for what tells the hour until that
 * changes.
 */
final class GuideFreshness {
    private GuideFreshness() {}

    /** Sets the caching headers (RFC 9110 §8.8.3); true when the caller has this very answer and is told so. */
    static boolean isKnown(
            ServedPlaces.Served served, String state, HttpServletRequest request, HttpServletResponse response) {
        String question = String.join(
                "\n",
                Program.mark(),
                String.valueOf(served.publishedAt()),
                state,
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                String.valueOf(request.getHeader("Accept-Language")));
        String tag = "W/\"" + served.release() + "-" + UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8))
                + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=60");
        response.addHeader("Vary", "Accept, Accept-Language");
        String known = request.getHeader("If-None-Match");
        if (known == null || !known.contains(tag.substring(3, tag.length() - 1))) return false;
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }
}
