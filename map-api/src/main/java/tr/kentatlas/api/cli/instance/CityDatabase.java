package tr.kentatlas.api.cli.instance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.cluster.PrivateCluster;
import tr.kentatlas.cluster.ServerAddress;
import tr.kentatlas.spatial.progress.Progress;

/**
 * The database of one city as its owner: in the city's private cluster, or on the server named by {@code KENT_DB_URL}.
 * Opening it starts the private cluster; closing it stops the cluster, but never a server of others.
 */
public final class CityDatabase implements AutoCloseable {
    private static final String NAME = "kent";
    private static final int CONNECTIONS = 10;

    private final Instance instance;
    private final Optional<DatabaseUrl> existing;
    private @Nullable HikariDataSource pool;
    private @Nullable DatabaseUrl url;

    /** The database of a city whose lock the caller holds; nothing is started before {@link #open}. */
    public CityDatabase(Instance instance, Map<String, String> environment) {
        this.instance = instance;
        this.existing = DatabaseUrl.find(environment);
    }

    /** Starts the private cluster, creating it at the first time, and connects. */
    public void open(Progress progress) {
        DatabaseUrl opened = existing.orElseGet(() -> startedCluster(instance.cluster(), progress));
        url = opened;
        pool = checkedPool(opened);
    }

    /** Starts the private cluster, creating it at the first time, and tells where the city's database is or will be. */
    public DatabaseUrl start(Progress progress) {
        return existing.orElseGet(() -> {
            start(instance.cluster(), progress);
            ServerAddress server = instance.cluster().address();
            return new DatabaseUrl(server.jdbcUrl(NAME), server.user(), server.password());
        });
    }

    private static DatabaseUrl startedCluster(PrivateCluster cluster, Progress progress) {
        start(cluster, progress);
        return cityIn(cluster.address());
    }

    private static void start(PrivateCluster cluster, Progress progress) {
        if (cluster.status() == PrivateCluster.Status.MISSING) {
            progress.step("Creating the database", cluster::create);
        }
        progress.step("Starting the database", cluster::start);
    }

    private static DatabaseUrl cityIn(ServerAddress server) {
        String maintenance = server.jdbcUrl("postgres");
        try (Connection connection = DriverManager.getConnection(
                        maintenance, server.user(), server.password().reveal());
                Statement statement = connection.createStatement()) {
            if (!isThere(statement)) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw DatabaseTrouble.connecting(maintenance, e);
        }
        return new DatabaseUrl(server.jdbcUrl(NAME), server.user(), server.password());
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT datname FROM pg_database WHERE datname = '" + NAME + "'")) {
            return row.next();
        }
    }

    private static HikariDataSource checkedPool(DatabaseUrl url) {
        DatabaseTrouble.requireUsable(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbcUrl());
        config.setUsername(url.user());
        config.setPassword(url.password().reveal());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("owner");
        config.addDataSourceProperty(
                "tcpKeepAlive", "true"); // a statement may take hours, a server may be gone without a word
        config.addDataSourceProperty("logServerErrorDetail", "false"); // which may quote a row
        return new HikariDataSource(config);
    }

    /**
     * Starts the private cluster again if it has ended by itself, as it does when it had no room left to write; a server of others is
     * left to them.
     *
     * @return whether it was started
     */
    public boolean revive() {
        PrivateCluster cluster = instance.cluster();
        if (existing.isPresent() || cluster.status() != PrivateCluster.Status.STOPPED) return false;
        cluster.start();
        forgetConnections();
        return true;
    }

    /** Those of the server that ended: a pool would hand one out that was in use a moment ago. */
    private void forgetConnections() {
        if (pool != null) pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** As the owner of all tables. */
    public DataSource owner() {
        return Objects.requireNonNull(pool, "open() first");
    }

    /** The ways before the three walls; the database must be migrated. */
    public Walls walls() {
        return Walls.open(Objects.requireNonNull(url, "open() first"), owner());
    }

    /** The same database for another program before the public wall, whose role can sign in from now on. */
    public DatabaseUrl beforePublicWall() {
        return Walls.publicWall(Objects.requireNonNull(url, "open() first"), owner());
    }

    /** Closes the connections and leaves the server running for whoever serves the city. */
    public void leave() {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
        if (existing.isEmpty()) {
            instance.cluster().stop();
        }
    }
}
