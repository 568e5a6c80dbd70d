package tr.kentatlas.api.cli.instance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.store.PublishedTable.Wall;

/**
 * The service's connections, one pool before each of the three walls, signed in as that wall's role. A role's password follows from the owner's, so
 * that every node knows it, of each city of the server, since roles are the server's; and no file keeps it.
 */
public final class Walls implements AutoCloseable {
    private static final String DESK = "kent_desk";
    /** GeoServer keeps one of the passwords: trying which owner's it was made of shall be dear. */
    private static final int ROUNDS = 200_000;

    private static final int KEY_BITS = 256;
    /** SQLSTATE of "tuple concurrently updated": a role is changed without a lock. */
    private static final String CHANGED_MEANWHILE = "XX000";

    private static final int MOST_TRIES = 10;
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int STATEMENT_TIMEOUT_SECONDS = 20;
    /** How long an answer is waited for, which only a server that is gone without a word leaves out: its own limits come first. */
    private static final int SILENCE_SECONDS = 60;

    /** A transaction over the whole registry has fifteen minutes. */
    private static final int SILENCE_OF_DESK_SECONDS = 16 * 60;

    private static final int SILENCE_OF_WATCHED_SECONDS = 5;

    private static final Map<Derivation, String> DERIVED = new ConcurrentHashMap<>();

    private final HikariDataSource open;
    private final HikariDataSource named;

    private final HikariDataSource watched;
    private final HikariDataSource desk;

    private Walls(HikariDataSource open, HikariDataSource named, HikariDataSource watched, HikariDataSource desk) {
        this.open = open;
        this.named = named;
        this.watched = watched;
        this.desk = desk;
    }

    static Walls open(DatabaseUrl url, DataSource owner) {
        DatabaseUrl open = publicWall(url, owner);
        return new Walls(
                new HikariDataSource(reading(open, SILENCE_SECONDS)),
                new HikariDataSource(reading(before(url, owner, Wall.YAYIN.role()), SILENCE_SECONDS)),
                new HikariDataSource(watching(open)),
                new HikariDataSource(signedIn(before(url, owner, DESK), SILENCE_OF_DESK_SECONDS)));
    }

    /** Reads public copies only. */
    public DataSource open() {
        return open;
    }

    /** Reads what is published. */
    public DataSource named() {
        return named;
    }

    /** One connection before the public's wall, kept apart from those that readers wait for. */
    public DataSource watched() {
        return watched;
    }

    /** Reads and edits working data and the desk's tables. */
    public DataSource desk() {
        return desk;
    }

    @Override
    public void close() {
        open.close();
        named.close();
        watched.close();
        desk.close();
    }

    private static HikariConfig reading(DatabaseUrl wall, int silence) {
        HikariConfig config = signedIn(wall, silence);
        config.setReadOnly(true);
        config.setConnectionInitSql(
                config.getConnectionInitSql() + "; SET idle_in_transaction_session_timeout = '60s'");
        return config;
    }

    private static HikariConfig watching(DatabaseUrl open) {
        HikariConfig config = reading(open, SILENCE_OF_WATCHED_SECONDS);
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        config.setPoolName("health");
        return config;
    }

    static DatabaseUrl publicWall(DatabaseUrl url, DataSource owner) {
        return before(url, owner, Wall.ACIK.role());
    }

    private static DatabaseUrl before(DatabaseUrl url, DataSource owner, String role) {
        return new DatabaseUrl(url.jdbcUrl(), role, new Secret(letIn(url, owner, role)));
    }

    /** Lets a role sign in, once more where another node that starts did so at the same moment. */
    private static String letIn(DatabaseUrl url, DataSource owner, String role) {
        String password = password(url, role);
        for (int tries = 1; ; tries++) {
            try {
                letIn(owner, role, password);
                return password;
            } catch (SQLException e) {
                if (tries == MOST_TRIES || !CHANGED_MEANWHILE.equals(e.getSQLState()))
                    throw new IllegalStateException("the role " + role + " cannot be let in", e);
            }
        }
    }

    /** By its password, of which the server and its log see the SCRAM verifier alone (RFC 5803). */
    private static void letIn(DataSource owner, String role, String password) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
            statement.execute("ALTER ROLE " + role + " LOGIN");
        }
    }

    private static HikariConfig signedIn(DatabaseUrl wall, int silence) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(wall.jdbcUrl());
        config.setUsername(wall.user());
        config.setPassword(wall.password().reveal());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis()); // while the database is away, who asks shall hear it soon
        config.setConnectionInitSql("SET statement_timeout = '" + STATEMENT_TIMEOUT_SECONDS + "s'");
        config.setPoolName(wall.user());
        config.addDataSourceProperty("prepareThreshold", "2");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", Integer.toString(silence));
        config.addDataSourceProperty("logServerErrorDetail", "false"); // which may quote a row
        return config;
    }

    private static String password(DatabaseUrl url, String role) {
        if (url.password().reveal().isEmpty()) {
            throw new UserError(
                    "The database's owner has no password, and those of the three roles are made of it: give one to '"
                            + url.user() + "' and put it into KENT_DB_PASSWORD.");
        }
        return DERIVED.computeIfAbsent(new Derivation(url.password(), role), Derivation::password);
    }

    /** Which password of which role it is; a process asks for each several times. */
    private record Derivation(Secret ofOwner, String role) {
        String password() {
            byte[] salt = ("kent:" + role).getBytes(StandardCharsets.UTF_8);
            try {
                PBEKeySpec slow = new PBEKeySpec(ofOwner.reveal().toCharArray(), salt, ROUNDS, KEY_BITS);
                SecretKeyFactory derivation = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
                return HexFormat.of().formatHex(derivation.generateSecret(slow).getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java runtime has PBKDF2WithHmacSHA256", e);
            }
        }
    }
}
