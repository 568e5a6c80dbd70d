package tr.kentatlas.api.thematic.geoserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A GeoServer that answers as a real one of version 2.27 was seen to: over real HTTP, reading the real database, with the oddities of its
 * interfaces that Kentatlas can meet; the facts are numbered as they were written down. It draws a coloured square where a real one would
 * draw features.
 *
 * <p>Nothing of ours is a client of estimated boxes (of fact 10), of the labels and archives of styles (of 13), of the tile cache (17 to 19: what
 * there is of it stands for whoever will be), nor of users and roles (of 20); fact 22 is a speed.
 */
public final class GeoServerStub implements AutoCloseable {
    public static final String USER = "kurulum";
    public static final String PASSWORD = "gizli-parola";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Death death = Death.BEFORE;
    private volatile Duration listing = Duration.ZERO;

    final StubCatalogue catalogue = new StubCatalogue();
    final StubSecurity security = new StubSecurity();
    private final StubRest rest = new StubRest(catalogue);
    private final StubTiles tiles = new StubTiles(catalogue);
    final StubMaps maps = new StubMaps(catalogue, security);

    /** What goes wrong with a request. */
    public enum Fault {
        EMPTY_500,
        WORDS_500,
        PAGE_200,
        REPORT_200,
        EMPTY_400,
        HALF_JSON,
        HANG,
        TRICKLE,
        DROP,
        SMALL_PICTURE,
        BLANK_PICTURE,
        BROKEN_PICTURE
    }

    /** When a server dies: before it does what it was asked, or after, without saying so. */
    enum Death {
        BEFORE,
        AFTER
    }

    public GeoServerStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/geoserver";
    }

    /** The environment that leads here. */
    public Function<String, @Nullable String> environment() {
        Map<String, String> all =
                Map.of("KENT_GEOSERVER_URL", url(), "KENT_GEOSERVER_USER", USER, "KENT_GEOSERVER_PASSWORD", PASSWORD);
        return all::get;
    }

    /** Method and path of every request so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How often something was to be changed. */
    int writes() {
        return (int)
                requests.stream().filter(request -> !request.startsWith("GET ")).count();
    }

    public void forgetRequests() {
        requests.clear();
    }

    /** From now on requests with this in their address go wrong. */
    public void fail(String address, Fault fault) {
        faults.put(address, fault);
    }

    public void heal() {
        faults.clear();
        writesLeft.set(Integer.MAX_VALUE);
    }

    /** From now on a list of what a database has takes so long. */
    void listFor(Duration time) {
        listing = time;
    }

    /** After so many writes nothing is done any more and nobody is answered. */
    void dieAfter(int writes, Death when) {
        death = when;
        writesLeft.set(writes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        StubCall call = new StubCall(exchange);
        requests.add(call.method() + " " + exchange.getRequestURI());
        Fault fault = faults.entrySet().stream()
                .filter(entry -> (call.method() + " " + exchange.getRequestURI()).contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (fault != null && !isPicture(fault)) {
            new StubFaults(closing).answer(call, fault);
            return;
        }
        boolean isRest = call.path(0).equals("rest") || call.path(0).equals("gwc");
        boolean writes = isRest && !call.is("GET");
        if (writes && writesLeft.decrementAndGet() < 0) {
            if (death == Death.AFTER && writesLeft.get() == -1) {
                call.mute();
                answer(call, true, null);
            }
            call.drop();
            return;
        }
        if (!isRest || writesLeft.get() >= 0) answer(call, isRest, fault);
        else call.drop();
    }

    private static boolean isPicture(Fault fault) {
        return fault == Fault.SMALL_PICTURE || fault == Fault.BLANK_PICTURE || fault == Fault.BROKEN_PICTURE;
    }

    /** Fact 21: one REST request at a time, also while one waits for a database. */
    private void answer(StubCall call, boolean isRest, @Nullable Fault fault) throws IOException {
        if (!isRest) {
            maps.answer(call, fault);
            return;
        }
        synchronized (catalogue) {
            if (!mayEnter(call)) return;
            if (call.query("list").equals("available")) pause(listing);
            if (call.path(0).equals("gwc")) tiles.answer(call);
            else if (call.path(1).equals("security")) security.answer(call);
            else rest.answer(call);
        }
    }

    private void pause(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fact 4: nobody without an account, and of those only administrators. */
    private boolean mayEnter(StubCall call) throws IOException {
        String header = call.header("Authorization");
        if (!header.startsWith("Basic ")) {
            call.challenge();
            return false;
        }
        String account = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        if (!security.accounts.containsKey(account)) {
            call.challenge();
            return false;
        }
        if (!security.accounts.getOrDefault(account, "").equals("ADMIN")) {
            call.page(403);
            return false;
        }
        if (call.header("Accept").equals("image/x-none")) {
            call.empty(406);
            return false;
        }
        return true;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
