package tr.kentatlas.api.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tr.kentatlas.api.http.EntityTag;

/**
 * How long an answer of the guide stays the same: as long as its release is served by this program, or for what tells the hour until that
 * changes.
 */
final class GuideFreshness {
    private GuideFreshness() {}

    /** Sets the caching headers (RFC 9110 §8.8.3); true when the caller has this very answer and is told so. */
    static boolean isKnown(
            ServedPlaces.Served served, String state, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, max-age=60");
        response.addHeader("Vary", "Accept, Accept-Language");
        EntityTag tag = EntityTag.of(
                served.release(),
                served.publishedAt(),
                state,
                request.getRequestURI(),
                request.getQueryString(),
                request.getHeader("Accept-Language"));
        return tag.isEnough(request, response);
    }
}
