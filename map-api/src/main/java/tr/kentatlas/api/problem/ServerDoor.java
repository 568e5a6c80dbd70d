package tr.kentatlas.api.problem;

import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes the server itself answer as we do, and turns away the methods that echo or tunnel (RFC 9110 §9.3.6, §9.3.8), and
 * content that is larger than any question's (§15.5.14). Connections remember no headers: looking for a long one, such as a key, takes longer
 * than reading it again, and keys should not be kept.
 */
@Component
final class ServerDoor implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> {
    private static final Set<String> REFUSED = Set.of("TRACE", "CONNECT");
    private static final long LARGEST_BODY = 1_000_000;
    private static final long ANY_SIZE = -1;

    private final FaultText text;

    ServerDoor(FaultText text) {
        this.text = text;
    }

    @Override
    public void customize(ConfigurableJettyWebServerFactory factory) {
        factory.addServerCustomizers(this::install);
    }

    private void install(Server server) {
        server.setErrorHandler(new EarlyFaults(text));
        server.insertHandler(new SizeLimitHandler(LARGEST_BODY, ANY_SIZE));
        server.insertHandler(new Methods());
        for (Connector connector : server.getConnectors()) remembersNothing(connector);
    }

    private static void remembersNothing(Connector connector) {
        for (ConnectionFactory protocol : connector.getConnectionFactories()) {
            if (protocol instanceof HttpConfiguration.ConnectionFactory http)
                http.getHttpConfiguration().setHeaderCacheSize(0);
        }
    }

    private static final class Methods extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (!REFUSED.contains(request.getMethod())) return super.handle(request, response, callback);
            response.getHeaders().put("Allow", "GET, HEAD, OPTIONS");
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
    }
}
