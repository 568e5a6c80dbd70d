package tr.kentatlas.registry.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A running simulator of the national address registry: SOAP at {@code /adres-kayit}, control at {@code /control}, loopback only. The contract
 * it speaks is provisional.
 */
public final class RegistrySimulator implements AutoCloseable {
    private static final String PATH = "/adres-kayit";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "registry-simulator");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SimulatedClock clock = new SimulatedClock();
    private final RegistryBook book;
    private final Faults faults;
    private final Journal journal = new Journal();

    private RegistrySimulator(SimulatorOptions options, Consumer<RegistryBook> seed) {
        this.book = new RegistryBook(options.seed(), clock);
        this.faults = new Faults(options.seed());
        this.server = listen(options.port());
        seed.accept(book);
        book.sown(options.seed());
        WriteLog log = new WriteLog(options.journal());
        SoapEndpoint endpoint = new SoapEndpoint(options, book, faults, journal, log, closing);
        log.replay(endpoint::replay);
        book.delay(options.delay());
        server.createContext(PATH, endpoint);
        server.createContext("/control", new ControlEndpoint(this, endpoint.quota()));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts one with the rows the seed puts in.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static RegistrySimulator start(SimulatorOptions options, Consumer<RegistryBook> seed) {
        return new RegistrySimulator(options, seed);
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it takes SOAP requests. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** Where it takes orders, see {@code /control} itself. */
    public URI control() {
        return address().resolve("/control");
    }

    /** What it holds. */
    public RegistryBook book() {
        return book;
    }

    /** What it shall do wrong. */
    public Faults faults() {
        return faults;
    }

    /** What it was sent. */
    public Journal journal() {
        return journal;
    }

    /** Sets its clock forward, so that what was written becomes visible. */
    public void advance(Duration by) {
        clock.advance(by);
    }

    /** Stops it; callers that still wait are let go. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
