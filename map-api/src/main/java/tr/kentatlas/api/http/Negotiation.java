package tr.kentatlas.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Chooses between a page for people, a sheet of paper and an answer for programs: by the {@code f} parameter, else by {@code Accept}.
 * Who takes anything is a program (OGC 17-069r4 §7.10 leaves the choice to the server).
 */
public final class Negotiation implements ContentNegotiationStrategy {
    private static final MediaType REST = new MediaType("*", "*", 0.1);
    private static final List<MediaType> FOR_PROGRAMS = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.parseMediaType("application/geo+json"),
            MediaType.parseMediaType("application/schema+json"),
            MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0"),
            REST);
    private static final List<MediaType> FOR_PEOPLE = List.of(MediaType.TEXT_HTML, REST);

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if ("html".equals(http.getParameter("f"))) return List.of(MediaType.TEXT_HTML);
        List<MediaType> onScreen = isForPeople(http) ? FOR_PEOPLE : FOR_PROGRAMS;
        return isForPaper(http) ? before(onScreen) : onScreen;
    }

    /** PDF where there is one; elsewhere as without. */
    private static List<MediaType> before(List<MediaType> others) {
        return Stream.concat(Stream.of(MediaType.APPLICATION_PDF), others.stream())
                .toList();
    }

    private static boolean isForPaper(HttpServletRequest request) {
        String format = request.getParameter("f");
        if (format != null) return format.equals("pdf");
        return isFirst(request.getHeader("Accept"), Negotiation::isPdf, type -> isHtml(type) || isJson(type));
    }

    /** Whether a page is wanted rather than JSON. */
    public static boolean isForPeople(HttpServletRequest request) {
        String format = request.getParameter("f");
        return format == null ? prefersHtml(request.getHeader("Accept")) : format.equals("html");
    }

    /** Whether an {@code Accept} header puts a page before JSON. */
    public static boolean prefersHtml(@Nullable String accept) {
        return isFirst(accept, Negotiation::isHtml, Negotiation::isJson);
    }

    /** Of what is asked for by name, the first of the highest quality counts; 0 means not wanted (RFC 9110 §12.4.2). */
    private static boolean isFirst(@Nullable String accept, Predicate<MediaType> wanted, Predicate<MediaType> other) {
        if (accept == null) return false;
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .filter(wanted.or(other))
                    .reduce((one, next) -> next.getQualityValue() > one.getQualityValue() ? next : one)
                    .filter(wanted)
                    .isPresent();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isPdf(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_PDF);
    }

    private static boolean isHtml(MediaType type) {
        return type.getSubtype().equals("html") || type.getSubtype().equals("xhtml+xml");
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().endsWith("json");
    }
}
