package tr.kentatlas.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.cluster.ServerAddress;

/**
 * The real PostgreSQL with PostGIS that the tests of one JVM share. Every database is a test's own; roles are not: they belong
 * to the whole server, so a migration must create them with {@code IF NOT EXISTS} in mind.
 */
public final class PostgisServer {
    private static final String MAINTENANCE = "postgres";
    private static volatile @Nullable PostgisServer started;

    private final ServerAddress address;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Queue<ReusedConnections> lent = new ConcurrentLinkedQueue<>();

    private PostgisServer(ServerAddress address) {
        this.address = address;
    }

    /** Starts at the first call in this JVM; removed when the JVM ends. */
    public static PostgisServer shared() {
        return Holder.SERVER;
    }

    /** A database with nothing in it, not even the PostGIS extension; signed in as the superuser {@code kent}. */
    public PGSimpleDataSource newDatabase() {
        String name = "t" + count.incrementAndGet();
        run("CREATE DATABASE " + name);
        return lend(name);
    }

    /** A new copy of a template. */
    public PGSimpleDataSource newDatabase(Template template) {
        String name = "t" + count.incrementAndGet();
        synchronized (template) { // PostgreSQL copies a template for one caller at a time.
            run("CREATE DATABASE " + name + " TEMPLATE " + template.database() + " STRATEGY FILE_COPY");
        }
        return lend(name);
    }

    /** What all tests of this JVM use: the databases that are made for it outlive the class that asked for it first. */
    public <T> T kept(Supplier<T> shared) {
        List<ReusedConnections> others = List.copyOf(lent);
        T made = shared.get();
        lent.retainAll(others);
        return made;
    }

    /** Those of a class that has ended; one somebody is still connected to goes with the next class. Together they would fill the memory. */
    static void dropLent() {
        PostgisServer server = started;
        if (server != null) server.drop();
    }

    /**
     * The template of that name, prepared (migrated, filled) at the first call only. The preparation must close its
     * connections: PostgreSQL does not copy a database somebody is connected to.
     */
    public Template template(String name, Consumer<? super DataSource> prepare) {
        return templates.computeIfAbsent(name, key -> {
            String database = "template_" + templates.size() + "_" + count.incrementAndGet();
            run("CREATE DATABASE " + database);
            ReusedConnections source = source(database);
            prepare.accept(source);
            closeWaiting(source);
            return new Template(database);
        });
    }

    /** The same database as another role, which signs in with the given password, at each connection anew. */
    public PGSimpleDataSource as(PGSimpleDataSource database, String role, String password) {
        return signedIn(new PGSimpleDataSource(), Objects.requireNonNull(database.getDatabaseName()), role, password);
    }

    /** The database that is everybody's, for what concerns a whole database, such as its name; as the superuser. */
    public PGSimpleDataSource maintenance() {
        return source(MAINTENANCE);
    }

    public ServerAddress address() {
        return address;
    }

    private ReusedConnections lend(String database) {
        ReusedConnections source = source(database);
        lent.add(source);
        return source;
    }

    private void drop() {
        for (ReusedConnections source : List.copyOf(lent)) {
            closeWaiting(source);
            if (isUnused(Objects.requireNonNull(source.getDatabaseName()))) {
                run("DROP DATABASE IF EXISTS " + source.getDatabaseName());
                lent.remove(source);
            }
        }
    }

    /** PostgreSQL itself waits five seconds for those who are still there. */
    private boolean isUnused(String database) {
        try (Connection connection = source(MAINTENANCE).getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = ?)")) {
            statement.setString(1, database);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReusedConnections source(String database) {
        return signedIn(
                new ReusedConnections(),
                database,
                address.user(),
                address.password().reveal());
    }

    private <S extends PGSimpleDataSource> S signedIn(S source, String database, String role, String password) {
        return Databases.at(source, address.jdbcUrl(database), role, password);
    }

    private static void closeWaiting(ReusedConnections source) {
        try {
            source.closeWaiting();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        try (Connection connection = source(MAINTENANCE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A database that is only copied, never used itself. */
    public record Template(String database) {}

    private static final class Holder {
        static final PostgisServer SERVER = start();

        private static PostgisServer start() {
            PostgisServer server = new PostgisServer(ThrowAwayCluster.start());
            started = server;
            return server;
        }
    }
}
