package tr.kentatlas.api.cli.instance;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Secret;

/**
 * {@code KENT_DB_URL}: an existing server. Both {@code jdbc:postgresql://…} and {@code postgres://user:password@…} are
 * understood; what was secret in the address is moved out of it.
 *
 * @param jdbcUrl without user and password, fit to be shown
 */
public record DatabaseUrl(String jdbcUrl, String user, Secret password) {
    private static final String VARIABLE = "KENT_DB_URL";

    /** The server named in the environment, if any. */
    public static Optional<DatabaseUrl> find(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> parse(text.strip(), environment));
    }

    static DatabaseUrl parse(String text, Map<String, String> environment) {
        String rest = withoutScheme(text);
        int at = rest.substring(0, endOfServer(rest)).lastIndexOf('@');
        String[] inServer = at < 0 ? new String[0] : rest.substring(0, at).split(":", 2);
        String address = rest.substring(at + 1);
        int question = address.indexOf('?');
        List<String> shown = new ArrayList<>();
        Optional<String> user = part(inServer, 0);
        Optional<String> password = part(inServer, 1);
        for (String parameter :
                question < 0 ? new String[0] : address.substring(question + 1).split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = Optional.of(decode(parameter.substring(5)));
            } else if (parameter.startsWith("password=")) {
                password = Optional.of(decode(parameter.substring(9)));
            } else {
                shown.add(parameter);
            }
        }
        String server = question < 0 ? address : address.substring(0, question);
        return new DatabaseUrl(
                "jdbc:postgresql://" + server + (shown.isEmpty() ? "" : "?" + String.join("&", shown)),
                user.or(() -> Optional.ofNullable(environment.get("KENT_DB_USER")))
                        .orElseThrow(() -> new UserError(
                                VARIABLE + " names no user: put it into the address or into KENT_DB_USER.")),
                new Secret(password.or(() -> Optional.ofNullable(environment.get("KENT_DB_PASSWORD")))
                        .orElse("")));
    }

    /** Never quotes the text: it may hold the password. */
    private static String withoutScheme(String text) {
        for (String scheme : List.of("jdbc:postgresql://", "postgresql://", "postgres://")) {
            if (text.startsWith(scheme)) {
                return text.substring(scheme.length());
            }
        }
        throw new UserError(VARIABLE + " must begin with jdbc:postgresql:// or postgres://.");
    }

    /** A password may hold a slash only when it is percent-encoded, so the first one ends the server's name. */
    private static int endOfServer(String rest) {
        int slash = rest.indexOf('/');
        int question = rest.indexOf('?');
        int end = slash < 0 ? rest.length() : slash;
        return question < 0 ? end : Math.min(end, question);
    }

    private static Optional<String> part(String[] parts, int index) {
        return parts.length > index ? Optional.of(decode(parts[index])) : Optional.empty();
    }

    private static String decode(String text) {
        // A plus sign is itself here; only percent escapes count.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Name of the database. */
    public String database() {
        String path = jdbcUrl.split("\\?", 2)[0];
        return decode(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Another database of the same server, as the same user. */
    public DatabaseUrl inDatabase(String name) {
        String[] parts = jdbcUrl.split("\\?", 2);
        String server = parts[0].substring(0, parts[0].lastIndexOf('/') + 1);
        String other = server + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new DatabaseUrl(parts.length == 1 ? other : other + "?" + parts[1], user, password);
    }

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password.reveal());
    }
}
