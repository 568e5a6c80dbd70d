package tr.kentatlas.api.problem;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.http.Language;
import tr.kentatlas.api.http.Negotiation;
import tr.kentatlas.api.http.SafeHeaders;

/**
 * Answers what the server refuses before any code of ours sees it: an ambiguous or too long address (RFC 9110 §15.5.15), headers
 * too large (RFC 6585 §5), what is no HTTP. Says nothing of the server or its inside.
 */
final class EarlyFaults extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyFaults.class);
    /** Their rest is still on its way when they are refused. */
    private static final Set<Integer> UNREAD = Set.of(413, 414, 431);

    private final FaultText text;

    EarlyFaults(FaultText text) {
        this.text = text;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        if (code >= 500 && cause != null) LOG.error("the server failed before our code", cause);
        if (UNREAD.contains(code)) UnreadRest.discard(request);
        FaultText.Answer answer = answer(code, request.getHeaders());
        HttpFields.Mutable headers = response.getHeaders();
        SafeHeaders.ALL.forEach(headers::put);
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Type", answer.mediaType());
        ByteBuffer body = ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8));
        headers.put("Content-Length", body.remaining());
        response.write(true, body, callback);
    }

    private FaultText.Answer answer(int code, HttpFields asked) {
        String language = asked.get("Accept-Language");
        return Negotiation.prefersHtml(asked.get("Accept"))
                ? text.page(code, Language.accepted(language))
                : text.json(code, Language.told(language));
    }
}
