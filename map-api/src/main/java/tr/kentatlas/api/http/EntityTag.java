package tr.kentatlas.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.city.Program;

/**
 * What tells an answer from every other one at its address (RFC 9110 §8.8.3): its release, the program that made it, and whatever else it
 * follows from. Weak: answers that are the same to their readers may differ in a time stamp or in how they are compressed.
 */
public record EntityTag(String opaque) {

    /** Of an answer that follows from nothing but these, each named by its text, and from this program. */
    public static EntityTag of(long release, @Nullable Object... causes) {
        String all =
                Arrays.stream(causes).map(String::valueOf).collect(Collectors.joining("\n", Program.mark() + "\n", ""));
        return new EntityTag(release + "-" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the caller has this very answer already. */
    public boolean isKnownTo(HttpServletRequest request) {
        return isAmong(request.getHeader("If-None-Match"));
    }

    /** By a weak comparison (RFC 9110 §13.1.2); who asks for any at all has none. */
    boolean isAmong(@Nullable String tags) {
        return tags != null && tags.contains(strong());
    }

    /** Names the answer by this tag; true when the caller has it already and is told so. */
    public boolean isEnough(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("ETag", toString());
        if (!isKnownTo(request)) return false;
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    /** The same for an answer whose bytes are all its own, so that parts of it can be put together. */
    public String strong() {
        return "\"" + opaque + "\"";
    }

    /** As in the header. */
    @Override
    public String toString() {
        return "W/" + strong();
    }
}
