package tr.kentatlas.api.wms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.ops.Variables;
import tr.kentatlas.api.thematic.geoserver.GeoServerAddress;
import tr.kentatlas.api.thematic.geoserver.Ledger;
import tr.kentatlas.api.thematic.geoserver.MapAnswer;
import tr.kentatlas.api.thematic.geoserver.MapCalls;
import tr.kentatlas.api.thematic.geoserver.Names;
import tr.kentatlas.spatial.outside.Breaker;

/**
 * Lets GeoServer draw what everybody may see, where one is configured: it cannot enforce a grant, so no request of anybody else ever
 * reaches it. What it has not been set up for, and whatever it does not draw in time, is left to the embedded engine.
 */
@Component
@Order(0)
final class GeoServerEngine implements MapEngine {
    private static final Logger LOG = LoggerFactory.getLogger(GeoServerEngine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int FAILURES = 3;

    /** Requests that may wait for it at a time; more are drawn here at once. */
    private static final int AT_ONCE = 32;

    private final Optional<Server> server;

    GeoServerEngine(Environment environment, @Desk JdbcClient desk) {
        Duration patience = environment.getProperty("kent.geoserver.patience", Duration.class, PATIENCE);
        Duration rest = environment.getProperty("kent.geoserver.rest", Duration.class, REST);
        server = GeoServerAddress.in(Variables.in(environment))
                .map(address -> new Server(
                        new MapCalls(address, patience),
                        new Ledger(desk, address),
                        new Breaker(System::nanoTime, FAILURES, rest, LONGEST_REST),
                        new Semaphore(AT_ONCE)));
    }

    private record Server(MapCalls maps, Ledger ledger, Breaker breaker, Semaphore places) {}

    @Override
    public Optional<Drawing> draw(Picture picture) {
        return server.filter(s -> isDrawable(picture))
                .flatMap(s -> draw(s, picture))
                .map(png -> new Drawing(png, Map.of()));
    }

    /** What everybody may see, and all of it: of plans that lie over one another only the embedded engine leaves any out. */
    private static boolean isDrawable(Picture picture) {
        return picture.view().isPublic()
                && picture.view().caller().kind() == Caller.Kind.VISITOR
                && picture.layers().stream()
                        .map(Named::layer)
                        .allMatch(layer -> layer.type().showsAll() && layer.finer() == null);
    }

    private static Optional<byte[]> draw(Server server, Picture picture) {
        long release = picture.view().edition().release();
        List<String> layers =
                picture.layers().stream().map(GeoServerEngine::name).toList();
        if (layers.isEmpty() || !server.ledger().ready(release).containsAll(layers)) return Optional.empty();
        if (!server.places().tryAcquire()) return Optional.empty();
        try {
            if (!server.breaker().lets()) return Optional.empty();
            MapAnswer answer =
                    server.maps().picture(Names.workspace(release), layers, picture.frame(), picture.background());
            return judged(server.breaker(), answer);
        } finally {
            server.places().release();
        }
    }

    private static String name(Named named) {
        return named.published()
                .map(map -> Names.map(map.id(), map.map()))
                .orElseGet(() -> named.layer().type().type().name());
    }

    private static Optional<byte[]> judged(Breaker breaker, MapAnswer answer) {
        return switch (answer) {
            case MapAnswer.Picture picture -> {
                if (breaker.succeeded()) LOG.info("GeoServer draws again");
                yield Optional.of(picture.png());
            }
            case MapAnswer.Refused refused -> {
                if (breaker.failed()) tell(refused.why());
                yield Optional.empty();
            }
            case MapAnswer.Silent silent -> {
                if (breaker.silent()) tell(silent.why());
                yield Optional.empty();
            }
        };
    }

    private static void tell(String why) {
        LOG.warn("GeoServer does not draw ({}): maps are drawn here until it does; see ./kent geoserver verify", why);
    }
}
