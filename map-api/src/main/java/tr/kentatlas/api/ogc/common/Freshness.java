package tr.kentatlas.api.ogc.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.Program;
import tr.kentatlas.api.access.View;

/**
 * How long an answer may be kept and when it is still the same (RFC 9110 §8.8, §13): it follows from the release, the grant, the
 * question and the program. What not everybody may see is never kept by a shared cache.
 */
public final class Freshness {
    private Freshness() {}

    /** Sets the caching headers; true when the caller has this very answer already and is told so. */
    public static boolean isKnown(View view, String variant, HttpServletRequest request, HttpServletResponse response) {
        String tag = tag(view, variant, request);
        response.setHeader("Cache-Control", view.isPublic() ? "public, max-age=60" : "private, no-cache");
        response.setHeader("ETag", tag);
        if (!matches(request.getHeader("If-None-Match"), tag)) return false;
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    /** Weak: two answers of one release differ in their time stamp only. */
    private static String tag(View view, String variant, HttpServletRequest request) {
        String question = String.join(
                "\n",
                Program.mark(),
                view.grantHash(),
                String.valueOf(view.edition().publishedAt()),
                variant,
                request.getRequestURL(),
                String.valueOf(request.getQueryString()));
        UUID hash = UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8));
        return "W/\"" + view.edition().release() + "-" + hash + "\"";
    }

    private static boolean matches(@Nullable String known, String tag) {
        if (known == null) return false;
        String bare = tag.substring(tag.indexOf('"') + 1, tag.length() - 1);
        return known.contains(bare);
    }
}
