package tr.kentatlas.api.exchange.receipt;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What leaves the house as one answer, counted on its way out. What its parts have to tell is written down together before it leaves. */
final class Sent {
    static final String ATTRIBUTE = Sent.class.getName();

    private final Consumer<List<Line>> journal;
    private final List<Part> parts = new ArrayList<>();
    private long bytes;
    private boolean isOver;

    /** What of one layer is in the answer. */
    interface Part {
        /**
         * Adds what was not told yet: it may be in the bytes that leave now.
         *
         * @param bytes so many of the answer's are its own; 0 until the answer is over
         */
        void tell(long bytes, List<Line> lines);

        /** How much of the answer is its own, in relation to the others. */
        long weight();
    }

    Sent(Consumer<List<Line>> journal) {
        this.journal = journal;
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
        if (!isOver) parts.add(part);
    }

    /** So many bytes are about to leave, perhaps the last ones. Those that cannot be written down do not leave, and do not count. */
    synchronized void leaving(long more, boolean isLast) {
        List<Line> lines = new ArrayList<>();
        if (isLast && !isOver) divide(bytes + more, lines);
        else parts.forEach(part -> part.tell(0, lines));
        journal.accept(lines);
        bytes += more;
        isOver |= isLast;
    }

    /** Nothing of the answer left, and nothing will. */
    synchronized void refuse() {
        isOver = true;
        parts.clear();
    }

    /** Nothing follows any more, even where the answer broke off. */
    synchronized void end() {
        leaving(0, true);
    }

    /** Whatever went out is divided among the parts, to the last byte. */
    private void divide(long all, List<Line> lines) {
        if (parts.isEmpty()) return;
        long whole = 0;
        for (Part part : parts) whole += part.weight();
        long left = all;
        for (Part part : parts.subList(1, parts.size())) {
            long own = (long) ((double) all * part.weight() / Math.max(1, whole));
            left -= own;
            part.tell(own, lines);
        }
        parts.getFirst().tell(left, lines);
    }
}
