package tr.kentatlas.api.exchange.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * Which bytes of a file a request wants (RFC 9110 §13.1.5, §14.2): all, some, or none that are there.
 *
 * @param ranges empty for the whole file
 * @param told the header as it came; empty for the whole file
 * @param asked whether a part was asked for at all
 */
record Wanted(List<HttpRange> ranges, String told, long length, boolean isNothing, boolean asked) {
    static Wanted of(HttpServletRequest request, String tag, long length) {
        String header = request.getHeader(HttpHeaders.RANGE);
        String only = request.getHeader(HttpHeaders.IF_RANGE);
        boolean whole = header == null || (only != null && !only.equals(tag));
        return whole ? new Wanted(List.of(), "", length, false, header != null) : some(header, length);
    }

    private static Wanted some(@Nullable String header, long length) {
        String told = String.valueOf(header);
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            boolean none = ranges.stream().anyMatch(range -> range.getRangeStart(length) >= length);
            return new Wanted(ranges, told, length, none, true);
        } catch (IllegalArgumentException e) {
            return new Wanted(List.of(), told, length, true, true); // refused with 416
        }
    }

    boolean hasBeginning() {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.getRangeStart(length) == 0);
    }

    /** The file as it shall be sent; one that changed meanwhile is sent whole although a part of the older one was asked for. */
    Resource body(Resource file) {
        boolean isOther = ranges.isEmpty() && !isNothing && asked;
        return isOther ? new InputStreamResource(file) : file; // of a stream no part is taken
    }
}
