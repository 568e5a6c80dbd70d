package tr.kentatlas.api.ogc.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
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
import tr.kentatlas.spatial.store.WallReader;

/**
 * A few questions at a time that filter or sort, from one network of visitors: each may read every row of a type, and the connections are
 * for all. Of long pages, which hold theirs as long as their reader takes, fewer.
 */
@Component
public final class FilterSeats implements HandlerInterceptor {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SEAT = FilterSeats.class.getName();
    private static final String LIMIT = "limit";
    /** An IPv6 network that is given to one house. */
    private static final int NETWORK_BYTES = 8;

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%\\w+)?]?");
    private static final Set<String> CHEAP =
            Set.of("f", "lang", "release", LIMIT, "cursor", "bbox", "bbox-crs", "crs", "properties");

    private final Callers callers;
    private final Duration patience;
    /** Known as long as somebody sits there. */
    private final Cache<Row, Semaphore> seats =
            Caffeine.newBuilder().weakValues().build();

    /** What a question needs a seat for. */
    private enum Why {
        FILTER(4, "service.filters"),
        /** Half of those there are. */
        LENGTH(2, "service.long-pages");

        private final int ofANetwork;
        private final String sentAway;

        Why(int ofANetwork, String sentAway) {
            this.ofANetwork = ofANetwork;
            this.sentAway = sentAway;
        }
    }

    /** The seats of one network. */
    private record Row(String network, Why why) {}

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
        Set<Why> needed = needed(request);
        if (needed.isEmpty() || callers.caller(request).kind() != Caller.Kind.VISITOR) return true;
        String network = network(request.getRemoteAddr());
        for (Why why : needed) {
            Semaphore seat = seats.get(new Row(network, why), row -> new Semaphore(why.ofANetwork, true));
            if (isFree(seat)) {
                request.setAttribute(SEAT + why, seat);
            } else {
                leave(request);
                throw Problem.unavailable(Wording.of(why.sentAway));
            }
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        leave(request);
    }

    private static void leave(HttpServletRequest request) {
        for (Why why : Why.values()) {
            if (request.getAttribute(SEAT + why) instanceof Semaphore seat) seat.release();
            request.removeAttribute(SEAT + why);
        }
    }

    /** Whatever is none of the cheap ones chooses by attributes, or orders by them. */
    private static Set<Why> needed(HttpServletRequest request) {
        Set<Why> needed = EnumSet.noneOf(Why.class);
        if (!CHEAP.containsAll(request.getParameterMap().keySet())) needed.add(Why.FILTER);
        if (isLong(request.getParameter(LIMIT))) needed.add(Why.LENGTH);
        return needed;
    }

    /** What is no number is refused later. */
    private static boolean isLong(@Nullable String limit) {
        return limit != null && limit.matches("\\d{1,9}") && Integer.parseInt(limit) > WallReader.PORTION;
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
