package tr.kentatlas.registry.maks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.registry.maks.CallTrouble.Effect;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.soap.Contract;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.SoapFault;
import tr.kentatlas.registry.soap.SoapReader;
import tr.kentatlas.registry.soap.SoapWriter;
import tr.kentatlas.registry.soap.XmlNode;
import tr.kentatlas.spatial.outside.Breaker;

/** One request, one answer, within the limits of speed, time and size; whatever goes wrong is told with what it may have done. */
final class SoapCalls {
    private static final Logger LOG = LoggerFactory.getLogger(SoapCalls.class);
    private static final int LARGEST = 32_000_000;

    /** What the registry is left alone for while it rests. */
    private volatile @Nullable Remark lastTrouble;

    private final MaksSettings settings;
    private final HttpClient http;
    private final Pace pace;
    private final Breaker breaker;

    SoapCalls(MaksSettings settings, Clock clock) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connect())
                .followRedirects(Redirect.NEVER)
                .build();
        this.pace = new Pace(settings.perSecond());
        this.breaker = Breaker.resting(settings.rest(), settings.failures(), clock);
    }

    /** Hands on the children of the answer one by one. */
    void call(String operation, Consumer<SoapWriter> content, Consumer<XmlNode> child) {
        if (!breaker.lets()) {
            throw resting();
        }
        long begun = System.nanoTime();
        try {
            pace.await();
            read(operation, send(operation, content), child);
            breaker.succeeded();
            log(operation, "OK", begun);
        } catch (CallTrouble e) {
            judge(e);
            log(operation, e.answer().code().name(), begun);
            throw e;
        }
    }

    /** The rest is no reason of its own: who is told of it can only mend what was before. */
    private CallTrouble resting() {
        Remark last = lastTrouble;
        return last == null ? notSent(Saying.RESTING) : notSent(Saying.RESTING_AFTER, last);
    }

    /** The registry refusing a caller is no illness of it: it answered. */
    private void judge(CallTrouble trouble) {
        if (trouble.isPassing()) {
            Answer answer = trouble.answer();
            lastTrouble = answer.said() == null ? answer.failure() : answer.said();
            breaker.failed();
        } else {
            breaker.succeeded();
        }
    }

    private static void log(String operation, String result, long begun) {
        LOG.debug("registry operation={} result={} ms={}", operation, result, (System.nanoTime() - begun) / 1_000_000);
    }

    private HttpResponse<byte[]> send(String operation, Consumer<SoapWriter> content) {
        byte[] message = SoapWriter.signedBy(
                settings.user(), settings.password().reveal(), Contract.NAMESPACE, operation, content);
        HttpRequest request = HttpRequest.newBuilder(settings.endpoint())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + Contract.action(operation) + "\"")
                .POST(BodyPublishers.ofByteArray(message))
                .build();
        return exchange(request);
    }

    /** The time covers the whole answer, not its beginning only. */
    private HttpResponse<byte[]> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, info -> new LimitedBody(LARGEST));
        try {
            return answer.get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unknown(Saying.NO_ANSWER_WITHIN, settings.answer().toSeconds())
                    .by(e);
        } catch (ExecutionException e) {
            throw unreachable(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unknown(Saying.REQUEST_INTERRUPTED).by(e);
        }
    }

    private static CallTrouble unknown(Saying saying, Object... values) {
        return CallTrouble.of(Effect.UNKNOWN, ResultCode.OUTAGE, saying, values);
    }

    private static CallTrouble unreachable(Throwable cause) {
        return trouble(cause).by(cause);
    }

    private static CallTrouble trouble(Throwable cause) {
        if (cause instanceof LimitedBody.TooLarge) return unknown(Saying.ANSWER_TOO_LARGE, LARGEST);
        Optional<String> told = told(cause);
        if (isBeforeTheFirstByte(cause)) {
            return told.map(why -> notSent(Saying.NO_SECURE_CONNECTION_BECAUSE, why))
                    .orElseGet(() -> notSent(Saying.NO_SECURE_CONNECTION));
        }
        boolean neverSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException;
        return neverSent
                ? notSent(Saying.UNREACHABLE)
                : told.map(why -> unknown(Saying.CONNECTION_BROKE_BECAUSE, why))
                        .orElseGet(() -> unknown(Saying.CONNECTION_BROKE));
    }

    private static CallTrouble notSent(Saying saying, Object... values) {
        return CallTrouble.of(Effect.NONE, ResultCode.OUTAGE, saying, values);
    }

    /** A handshake that fails has sent nothing yet. */
    private static boolean isBeforeTheFirstByte(Throwable cause) {
        return cause instanceof SSLHandshakeException
                || (cause instanceof SSLException
                        && String.valueOf(cause.getMessage()).contains("nrecognized SSL message"));
    }

    private static Optional<String> told(Throwable cause) {
        return cause instanceof IOException
                ? Optional.ofNullable(cause.getMessage()).map(MessageTrouble::shown)
                : Optional.empty();
    }

    private static void read(String operation, HttpResponse<byte[]> response, Consumer<XmlNode> child) {
        int status = response.statusCode();
        boolean later = response.headers().firstValue("Retry-After").isPresent();
        if (status == 429 || (status == 503 && later)) {
            throw CallTrouble.of(Effect.NONE, ResultCode.BUSY_RETRY, Saying.TOO_MANY_REQUESTS, status);
        }
        if (status >= 300 && status < 400) {
            throw CallTrouble.of(Effect.NONE, ResultCode.CONTRACT_CHANGED, Saying.ADDRESS_MOVED, status);
        }
        if (status == 401 || status == 403) {
            throw CallTrouble.of(Effect.NONE, ResultCode.AUTH_REFUSED, Saying.CALLER_REFUSED, status);
        }
        try {
            parse(operation, status, response.body(), child);
        } catch (SoapFault e) {
            throw Faults.trouble(e);
        } catch (MessageTrouble e) {
            throw CallTrouble.of(Effect.UNKNOWN, code(status, e), Saying.HTTP_ANSWER, status, e.remark())
                    .by(e);
        }
    }

    private static ResultCode code(int status, MessageTrouble trouble) {
        return status >= 500 || trouble.kind() == MessageTrouble.Kind.NO_MESSAGE
                ? ResultCode.OUTAGE
                : ResultCode.CONTRACT_CHANGED;
    }

    private static void parse(String operation, int status, byte[] body, Consumer<XmlNode> child) {
        String name = SoapReader.stream(body, child);
        if (status != 200 || !name.equals(operation + "Yanit")) {
            throw MessageTrouble.of(Saying.OTHER_ANSWER, operation + "Yanit", MessageTrouble.shown(name));
        }
    }
}
