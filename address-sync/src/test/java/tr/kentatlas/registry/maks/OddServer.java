package tr.kentatlas.registry.maks;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import tr.kentatlas.registry.soap.SoapReader;

/** What stands at the registry's address and is no registry. */
final class OddServer implements AutoCloseable {
    final AtomicInteger asked = new AtomicInteger();

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private OddServer(HttpServer server, String scheme, HttpHandler handler) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            handler.handle(exchange);
        });
        server.setExecutor(threads);
        server.start();
    }

    static OddServer doing(HttpHandler handler) throws IOException {
        return new OddServer(HttpServer.create(loopback(), 0), "http", handler);
    }

    /** Answers with these bytes as if nothing were odd. */
    static OddServer saying(int status, String type, byte[] body) throws IOException {
        return doing(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    static OddServer saying(String body) throws IOException {
        return saying(200, "text/xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** With a certificate it made itself. */
    static OddServer selfSigned(Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(folder.resolve("keys"))));
        return new OddServer(server, "https", exchange -> exchange.sendResponseHeaders(200, -1));
    }

    private static SSLContext context(Path keys) throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "odd",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storepass",
                        "secret",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        if (keytool.waitFor() != 0) throw new IllegalStateException("keytool failed");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "secret".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"" + SoapReader.ENVELOPE + "\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
    }

    URI address() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/adres-kayit");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
