package tr.kentatlas.api.ogc.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.Callers;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/**
 * A few questions at a time that filter or sort, from one network of visitors: each may read every row of a type, and the connections are
 * for all.
 */
@Component
public final class FilterSeats implements HandlerInterceptor {
    private static final int OF_A_NETWORK = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SEAT = FilterSeats.class.getName();
    /** An IPv6 network that is given to one house. */
    private static final int NETWORK_BYTES = 8;

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%\\w+)?]?");
    private static final Set<String> CHEAP =
            Set.of("f", "lang", "release", "limit", "cursor", "bbox", "bbox-crs", "crs", "properties");

    private final Callers callers;
    private final Duration patience;
    /** Known as long as somebody sits there. */
    private final Cache<String, Semaphore> seats =
            Caffeine.newBuilder().weakValues().build();

    @Autowired
    FilterSeats(Callers callers) {
        this(callers, PATIENCE);
    }

    /** @param patience how long a question waits for a seat */
    FilterSeats(Callers callers, Duration patience) {
        this.callers = callers;
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!asksMuch(request) || callers.caller(request).kind() != Caller.Kind.VISITOR) return true;
        Semaphore seat = seats.get(network(request.getRemoteAddr()), network -> new Semaphore(OF_A_NETWORK, true));
        if (!isFree(seat)) throw Problem.unavailable(Wording.of("service.filters"));
        request.setAttribute(SEAT, seat);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(SEAT) instanceof Semaphore seat) seat.release();
    }

    /** Whatever is none of these chooses by attributes, or orders by them. */
    private static boolean asksMuch(HttpServletRequest request) {
        return !CHEAP.containsAll(request.getParameterMap().keySet());
    }

    private boolean isFree(Semaphore seat) {
        try {
            return seat.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is no address is a network of its own: no name is looked up. */
    static String network(String address) {
        if (!ADDRESS.matcher(address).matches()) return address;
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
