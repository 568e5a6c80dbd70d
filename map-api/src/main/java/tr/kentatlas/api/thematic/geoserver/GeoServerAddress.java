package tr.kentatlas.api.thematic.geoserver;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.cluster.Secret;

/**
 * Where GeoServer is and who provisions it, as the environment says: {@code KENT_GEOSERVER_URL}, {@code KENT_GEOSERVER_USER} and
 * {@code KENT_GEOSERVER_PASSWORD}.
 *
 * @param url up to and with the application's name, like {@code http://localhost:8080/geoserver}; without an end slash, fit to be shown
 */
public record GeoServerAddress(URI url, String user, Secret password) {
    private static final String VARIABLE = "KENT_GEOSERVER_URL";
    private static final Secret SHIPPED = new Secret("geoserver");

    /** The account every new GeoServer has, which must not work any more. */
    static final String SHIPPED_USER = "admin";

    /**
     * Nothing when no address is given.
     *
     * @param settings gives the value of a variable by its name, like {@code KENT_GEOSERVER_USER}
     * @throws GeoServerTrouble when the address cannot be used
     */
    public static Optional<GeoServerAddress> in(Function<String, @Nullable String> settings) {
        String url = text(settings, VARIABLE);
        if (url.isEmpty()) return Optional.empty();
        return Optional.of(new GeoServerAddress(
                parsed(url),
                text(settings, "KENT_GEOSERVER_USER"),
                new Secret(text(settings, "KENT_GEOSERVER_PASSWORD"))));
    }

    private static String text(Function<String, @Nullable String> settings, String name) {
        String value = settings.apply(name);
        return value == null ? "" : value.strip();
    }

    /** Never quotes the text: a password may have been written into it. */
    private static URI parsed(String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            boolean usable = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null;
            if (usable) return uri;
        } catch (IllegalArgumentException e) {
            throw new GeoServerTrouble(Wording.of("geoserver.no-address", VARIABLE), e);
        }
        throw new GeoServerTrouble(Wording.of("geoserver.address-with-more", VARIABLE));
    }

    /** The same server with the account it is shipped with. */
    GeoServerAddress shipped() {
        return new GeoServerAddress(url, SHIPPED_USER, SHIPPED);
    }

    boolean isShipped() {
        return user.equals(SHIPPED_USER) && password.equals(SHIPPED);
    }
}
