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
record RangeRequest(List<HttpRange> ranges, String told, long length, boolean isNothing, boolean asked) {
    private static final String BYTES = "bytes=";

    static RangeRequest of(HttpServletRequest request, String tag, long length) {
        String header = request.getHeader(HttpHeaders.RANGE);
        String only = request.getHeader(HttpHeaders.IF_RANGE);
        boolean whole = header == null || (only != null && !only.equals(tag));
        return whole ? new RangeRequest(List.of(), "", length, false, header != null) : some(header, length);
    }

    private static RangeRequest some(@Nullable String header, long length) {
        String told = String.valueOf(header);
        if (!told.startsWith(BYTES))
            return new RangeRequest(List.of(), told, length, false, true); // a unit nobody knows here
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return new RangeRequest(ranges, told, length, !canBeSent(ranges, length), true);
        } catch (IllegalArgumentException e) {
            return new RangeRequest(List.of(), told, length, true, true); // refused with 416
        }
    }

    /** Parts that lie in the file, and are less than all of it where there are several. */
    private static boolean canBeSent(List<HttpRange> ranges, long length) {
        boolean areThere = ranges.stream().allMatch(range -> range.getRangeStart(length) < length);
        return areThere && (ranges.size() < 2 || bytes(ranges, length) < length);
    }

    private static long bytes(List<HttpRange> ranges, long length) {
        return ranges.stream()
                .mapToLong(range -> 1 + range.getRangeEnd(length) - range.getRangeStart(length))
                .sum();
    }

    boolean hasBeginning() {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.getRangeStart(length) == 0);
    }

    /** The file as it shall be sent; whole where a part of an older one was asked for, or one in a unit unknown here. */
    Resource body(Resource file) {
        boolean isOther = ranges.isEmpty() && asked;
        return isOther ? new InputStreamResource(file) : file; // of a stream no part is taken
    }
}
