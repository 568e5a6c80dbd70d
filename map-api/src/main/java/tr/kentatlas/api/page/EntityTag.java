package tr.kentatlas.api.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import tr.kentatlas.api.Program;

/**
 * What tells an answer from every other one at its address (RFC 9110 §8.8.3): its release, the program that made it, and whatever else it
 * follows from. Weak: answers that are the same to their readers may differ in a time stamp or in how they are compressed.
 */
public record EntityTag(String opaque) {

    /** Of an answer that follows from nothing but these, each named by its text, and from this program. */
    public static EntityTag of(long release, Object... causes) {
        String all =
                Arrays.stream(causes).map(String::valueOf).collect(Collectors.joining("\n", Program.mark() + "\n", ""));
        return new EntityTag(release + "-" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the caller has this very answer already (RFC 9110 §13.1.2). */
    public boolean isKnownTo(HttpServletRequest request) {
        String known = request.getHeader("If-None-Match");
        return known != null
                && (known.contains("\"" + opaque + "\"") || known.strip().equals("*"));
    }

    /** Names the answer by this tag; true when the caller has it already and is told so. */
    public boolean isEnough(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("ETag", toString());
        if (!isKnownTo(request)) return false;
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    /** As in the header. */
    @Override
    public String toString() {
        return "W/\"" + opaque + "\"";
    }
}
