package tr.kentatlas.api.thematic.geoserver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tr.kentatlas.testsupport.ReusedConnections;

/** The database behind a store of the stub: the real one, through the very account the store was given. */
final class StubData {
    /** GeoServer keeps a store's connections, too. */
    private static final Map<Map<String, String>, ReusedConnections> POOLS = new ConcurrentHashMap<>();

    private final Map<String, String> parameters;

    StubData(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** A box, which may be upside down. */
    record Sides(double minX, double maxX, double minY, double maxY) {}

    /** A table as GeoServer measures it: its system, its box and the same in degrees. */
    record Measured(int srid, Sides box, Sides degrees, List<String> columns, long rows) {}

    List<String> tables() throws SQLException {
        try (Connection connection = connect()) {
            return tables(connection);
        }
    }

    private List<String> tables(Connection connection) throws SQLException {
        return names(
                connection,
                "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = ? AND c.relkind IN ('r', 'v') ORDER BY 1",
                schema());
    }

    private List<String> columns(Connection connection, String table) throws SQLException {
        return names(
                connection,
                "SELECT column_name FROM information_schema.columns WHERE table_schema || '.' || table_name = ?"
                        + " ORDER BY ordinal_position",
                schema() + "." + table);
    }

    private static List<String> names(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Fact 10: nothing to measure gives an upside-down box. */
    Optional<Measured> measure(String table) throws SQLException {
        try (Connection connection = connect()) {
            return tables(connection).contains(table) ? Optional.of(measure(connection, table)) : Optional.empty();
        }
    }

    private Measured measure(Connection connection, String table) throws SQLException {
        String name = schema() + "." + table;
        String sql = "SELECT n, s, ST_XMin(e), ST_XMax(e), ST_YMin(e), ST_YMax(e), ST_XMin(d), ST_XMax(d), ST_YMin(d),"
                + " ST_YMax(d) FROM (SELECT n, s, e, ST_Transform(ST_SetSRID(e::geometry, s), 4326) AS d FROM (SELECT"
                + " count(*) AS n, Find_SRID('" + schema() + "', '" + table + "', 'geom') AS s, ST_Extent(geom) AS e"
                + " FROM " + name + ") AS one) AS two";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Sides box = new Sides(0, -1, 0, -1);
            Sides degrees = new Sides(30, 29.99, 0, -0.0000090137);
            row.getDouble(3);
            if (!row.wasNull()) {
                box = sides(row, 3);
                degrees = sides(row, 7);
            }
            return new Measured(row.getInt(2), box, degrees, columns(connection, table), row.getLong(1));
        }
    }

    private static Sides sides(ResultSet row, int at) throws SQLException {
        return new Sides(row.getDouble(at), row.getDouble(at + 1), row.getDouble(at + 2), row.getDouble(at + 3));
    }

    private String schema() {
        return parameters.getOrDefault("schema", "public");
    }

    private Connection connect() throws SQLException {
        return POOLS.computeIfAbsent(parameters, StubData::pool).getConnection();
    }

    private static ReusedConnections pool(Map<String, String> parameters) {
        ReusedConnections pool = new ReusedConnections();
        pool.setUrl("jdbc:postgresql://" + parameters.get("host") + ":" + parameters.get("port") + "/"
                + parameters.get("database") + "?connectTimeout=2");
        pool.setUser(parameters.get("user"));
        pool.setPassword(parameters.get("passwd"));
        return pool;
    }
}
