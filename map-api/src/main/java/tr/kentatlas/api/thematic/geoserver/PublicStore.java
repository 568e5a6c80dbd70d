package tr.kentatlas.api.thematic.geoserver;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.cluster.Secret;

/**
 * The city's database as GeoServer reaches it, before the public wall.
 *
 * @param host as GeoServer sees it
 * @param user the role of the public wall
 * @param sslMode as GeoServer spells it; empty for its default
 */
public record PublicStore(String host, String port, String database, String user, Secret password, String sslMode) {

    private static final int USUAL_PORT = 5432;
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([a-z-]+)");

    /**
     * From the address this service uses itself, of several servers the first; {@code KENT_GEOSERVER_DB_HOST} and {@code KENT_GEOSERVER_DB_PORT} say where GeoServer
     * finds it if that is elsewhere.
     */
    public static PublicStore of(
            String jdbcUrl, String user, Secret password, Function<String, @Nullable String> settings) {
        URI server = URI.create(jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst(",[^/]*", ""));
        int port = server.getPort() < 0 ? USUAL_PORT : server.getPort();
        Matcher ssl = SSL_MODE.matcher(jdbcUrl);
        return new PublicStore(
                chosen(settings, "KENT_GEOSERVER_DB_HOST", server.getHost()),
                chosen(settings, "KENT_GEOSERVER_DB_PORT", Integer.toString(port)),
                server.getPath().substring(1),
                user,
                password,
                ssl.find() ? ssl.group(1).toUpperCase(Locale.ROOT).replace('-', '_') : "");
    }

    private static String chosen(Function<String, @Nullable String> settings, String name, String otherwise) {
        String value = settings.apply(name);
        return value == null || value.isBlank() ? Objects.requireNonNull(otherwise) : value.strip();
    }

    /**
     * All parameters of the store: GeoServer forgets those a change leaves out.
     *
     * @param schema with the views of a release
     */
    Map<String, String> parameters(String workspace, String schema) {
        Map<String, String> all = new TreeMap<>();
        all.put("dbtype", "postgis");
        all.put("host", host);
        all.put("port", port);
        all.put("database", database);
        all.put("schema", schema);
        all.put("user", user);
        all.put("passwd", password.reveal());
        all.put("namespace", Names.namespace(workspace));
        all.put("Expose primary keys", "false");
        all.put("Estimated extends", "false");
        all.put("Loose bbox", "true");
        all.put("preparedStatements", "false");
        all.put("validate connections", "true");
        all.put("max connections", "8");
        all.put("min connections", "1");
        all.put("fetch size", "1000");
        all.put("Connection timeout", "10");
        if (!sslMode.isEmpty()) all.put("SSL mode", sslMode);
        return all;
    }
}
