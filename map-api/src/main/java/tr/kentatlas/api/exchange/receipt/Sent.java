package tr.kentatlas.api.exchange.receipt;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What leaves the house as one answer, counted on its way out; whoever has a part in it is told before it leaves, and at the end. */
final class Sent {
    static final String ATTRIBUTE = Sent.class.getName();

    private final List<Part> parts = new ArrayList<>();
    private long bytes;
    private boolean isOver;

    /** What of one layer is in the answer. */
    interface Part {
        /** More bytes leave now: what they may hold must be written down before. */
        void leaving();

        /** How much of the answer is its own, in relation to the others. */
        long weight();

        /** So many of the answer's bytes are its own. */
        void took(long bytes);
    }

    /** The answer that is being made for the request at hand; empty when nobody counts it. */
    static Optional<Sent> ofThisRequest() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes))
            return Optional.empty();
        HttpServletRequest request = attributes.getRequest();
        return Optional.ofNullable((Sent) request.getAttribute(ATTRIBUTE));
    }

    /** Whether the request at hand wants the header alone (RFC 9110 §9.3.2): nothing of what is told leaves. */
    static boolean isHeaderOnly() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && "HEAD".equals(attributes.getRequest().getMethod());
    }

    synchronized void join(Part part) {
        parts.add(part);
    }

    /** So many bytes are about to leave. */
    synchronized void leaving(long more) {
        parts.forEach(Part::leaving);
        bytes += more;
    }

    /** Nothing follows any more: whatever went out is divided among the parts, to the last byte. */
    synchronized void end() {
        if (isOver) return;
        isOver = true;
        long whole = Math.max(1, parts.stream().mapToLong(Part::weight).sum());
        long left = bytes;
        for (int i = parts.size() - 1; i > 0; i--) {
            long own = (long) ((double) bytes * parts.get(i).weight() / whole);
            left -= own;
            parts.get(i).took(own);
        }
        if (!parts.isEmpty()) parts.getFirst().took(left);
    }
}
