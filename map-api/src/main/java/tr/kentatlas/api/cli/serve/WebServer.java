package tr.kentatlas.api.cli.serve;

import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tr.kentatlas.api.KentatlasApplication;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.api.thematic.geoserver.Provisioning;
import tr.kentatlas.spatial.release.Publisher;

/** Starts the web application in this process, over a database that stands. */
final class WebServer {
    private WebServer() {}

    /**
     * What works over the city as the owner of its tables.
     *
     * @param geoServer sets up the GeoServer beside it
     */
    record Owned(Publisher publisher, Optional<Provisioning> geoServer) {}

    /** With nothing beside it; in the folder are the place index ({@code search}) and the map's tiles. */
    static ConfigurableApplicationContext start(WebPort port, City city, Path folder) {
        return start(port, city, folder.resolve("search"), Map.of(), Optional.empty());
    }

    /**
     * @param settings properties of what runs beside the city
     * @param owned empty where nothing of the city is to be changed from here but what the desk's own role may
     */
    static ConfigurableApplicationContext start(
            WebPort port, City city, Path searchFolder, Map<String, Object> settings, Optional<Owned> owned) {
        // The log file is ours already; Spring would begin a new configuration.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(KentatlasApplication.class);
        application.setRegisterShutdownHook(false); // web first, then the database: OrderlyStop keeps the order
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("server.port", port.number());
        properties.put("kent.search.folder", searchFolder.toString());
        properties.put("kent.tiles.folder", searchFolder.resolveSibling("tiles").toString());
        application.setDefaultProperties(properties);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("city", City.class, () -> city);
            owned.ifPresent(all -> {
                beans.registerBean("publisher", Publisher.class, all::publisher);
                all.geoServer().ifPresent(one -> beans.registerBean("provisioning", Provisioning.class, () -> one));
            });
        });
        try {
            return application.run();
        } catch (RuntimeException e) {
            throw isPortTaken(e) ? port.taken(e) : e;
        }
    }

    private static boolean isPortTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
