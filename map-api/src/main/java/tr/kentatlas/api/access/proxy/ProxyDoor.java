package tr.kentatlas.api.access.proxy;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the server itself must know of a proxy. Asked by TLS, it makes sessions whose cookie is sent by TLS only (RFC 6265 §4.1.2.5); and a
 * caller cannot speak in a proxy's name by what proxies pass on as it came: they are told to write address, scheme and host only.
 */
@Component
final class ProxyDoor implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> {
    private static final List<String> PASSED_ON =
            List.of("Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Ssl");

    private final TrustedProxies proxies;

    ProxyDoor(@Value("${kent.trusted-proxies:}") String proxies) {
        this.proxies = TrustedProxies.of(proxies);
    }

    @Override
    public void customize(ConfigurableJettyWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.insertHandler(new Door()));
    }

    private boolean isByTls(Request request) {
        String scheme = request.getHeaders().get("X-Forwarded-Proto");
        return scheme != null
                && scheme.toLowerCase(Locale.ROOT).startsWith("https")
                && proxies.isTrusted(Request.getRemoteAddr(request));
    }

    private final class Door extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            boolean isByTls = isByTls(request);
            boolean saysMore = PASSED_ON.stream().anyMatch(request.getHeaders()::contains);
            return super.handle(isByTls || saysMore ? new Told(request, isByTls) : request, response, callback);
        }
    }

    /** A request as our proxies tell it. */
    private static final class Told extends Request.Wrapper {
        private final boolean isByTls;
        private final HttpFields headers;

        Told(Request request, boolean isByTls) {
            super(request);
            this.isByTls = isByTls;
            HttpFields.Mutable fields = HttpFields.build(request.getHeaders());
            PASSED_ON.forEach(fields::remove);
            this.headers = fields.asImmutable();
        }

        @Override
        public boolean isSecure() {
            return isByTls || super.isSecure();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
