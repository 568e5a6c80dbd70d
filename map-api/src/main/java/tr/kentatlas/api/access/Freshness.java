package tr.kentatlas.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tr.kentatlas.api.http.EntityTag;

/**
 * How long an answer may be kept and when it is still the same (RFC 9110 §8.8, §13): it follows from the release, the grant, the
 * question and the program. What not everybody may see is never kept by a shared cache.
 */
public final class Freshness {
    private Freshness() {}

    /** Sets the caching headers; true when the caller has this very answer already and is told so. */
    public static boolean isKnown(View view, String variant, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", view.isPublic() ? "public, max-age=60" : "private, no-cache");
        EntityTag tag = EntityTag.of(
                view.edition().release(),
                view.grantHash(),
                view.edition().publishedAt(),
                variant,
                request.getRequestURL(),
                request.getQueryString());
        return tag.isEnough(request, response);
    }
}
