package tr.kentatlas.api.exchange.receipt;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before everything that still changes an answer's bytes, such as compression, and counts them as they leave: the content of answers
 * to whoever presents a key, without header and framing (RFC 9110 §6.4).
 */
final class WireCount extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(WireCount.class);

    private final ReceiptJournal journal;

    WireCount(ReceiptJournal journal) {
        this.journal = journal;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean hasKey = request.getHeaders().contains(HttpHeader.AUTHORIZATION);
        if (!hasKey || HttpMethod.HEAD.is(request.getMethod())) return super.handle(request, response, callback);
        Sent sent = new Sent(journal::append);
        request.setAttribute(Sent.ATTRIBUTE, sent);
        Request.addCompletionListener(request, failure -> end(sent));
        return super.handle(request, new Counted(request, response, sent), callback);
    }

    /** An answer that broke off counts as far as it came. */
    private static void end(Sent sent) {
        try {
            sent.end();
        } catch (RuntimeException e) {
            LOG.error("what left could not be counted", e);
        }
    }

    /** The answer on its way out. */
    private static final class Counted extends Response.Wrapper {
        private final Sent sent;
        private boolean isRefused;

        Counted(Request request, Response response, Sent sent) {
            super(request, response);
            this.sent = sent;
        }

        /** What cannot be written down does not leave. */
        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            try {
                if (isRefused) throw new IllegalStateException("this answer was refused");
                sent.leaving(BufferUtil.remaining(content), last);
            } catch (RuntimeException e) {
                refuse(last, callback, e);
                return;
            }
            super.write(last, content, callback);
        }

        /** Of an answer that has not begun to leave an error takes the place; one that has is broken off. Whoever makes it stops. */
        private void refuse(boolean last, Callback callback, RuntimeException cause) {
            if (isRefused || isCommitted()) {
                callback.failed(cause);
                return;
            }
            LOG.error("an answer was refused as it was about to leave", cause);
            isRefused = true;
            sent.refuse();
            resetAllButWhoMayRead();
            Callback told = Callback.from(last ? callback::succeeded : () -> callback.failed(cause), callback::failed);
            Response.writeError(getRequest(), getWrapped(), told, HttpStatus.SERVICE_UNAVAILABLE_503);
        }

        /** A page of another origin shall be able to read why. */
        private void resetAllButWhoMayRead() {
            HttpFields.Mutable kept = HttpFields.build();
            for (HttpField field : getHeaders()) {
                boolean isAboutReaders = field.getName().startsWith("Access-Control-");
                if (isAboutReaders || field.getHeader() == HttpHeader.VARY) kept.add(field);
            }
            reset();
            kept.forEach(getHeaders()::add);
        }
    }
}
