package tr.kentatlas.api.cli.instance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import tr.kentatlas.api.cli.report.UserError;

/** Why a database server cannot be used, in one sentence that holds no secret. */
final class DatabaseTrouble {
    private static final int OLDEST_SERVER = 150_000;

    private static final String VERSIONS = """
            SELECT current_setting('server_version_num')::int,
                   current_setting('server_version'),
                   (SELECT default_version FROM pg_available_extensions WHERE name = 'postgis'),
                   (SELECT string_to_array(regexp_replace(default_version, '[^0-9.].*', ''), '.')::int[] >= '{3,3}'
                      FROM pg_available_extensions WHERE name = 'postgis'),
                   current_setting('server_encoding')
            """;

    private DatabaseTrouble() {}

    static void requireUsable(DatabaseUrl url) {
        try (Connection connection = DriverManager.getConnection(
                        url.jdbcUrl(), url.user(), url.password().reveal());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VERSIONS)) {
            row.next();
            requireServer(row.getInt(1), row.getString(2), row.getString(5));
            requirePostgis(row);
            DatabaseRights.require(statement);
        } catch (SQLException e) {
            throw connecting(url.jdbcUrl(), e);
        }
    }

    static void requireServer(int number, String version, String encoding) {
        if (number < OLDEST_SERVER) {
            throw new UserError("The database server is PostgreSQL " + version + ": PostgreSQL 15 or newer is needed.");
        }
        if (!"UTF8".equals(encoding)) {
            throw new UserError("The database is encoded in " + encoding + ": UTF8 is needed.");
        }
    }

    private static void requirePostgis(ResultSet row) throws SQLException {
        String version = row.getString(3);
        if (version == null) {
            throw new UserError("The database server has no PostGIS: install PostGIS 3.3 or newer there.");
        }
        if (!row.getBoolean(4)) {
            throw new UserError("The database server has PostGIS " + version + ": 3.3 or newer is needed.");
        }
    }

    static UserError connecting(String url, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String why = switch (state) {
            case "28P01", "28000" -> "user or password is wrong";
            case "3D000" -> "that database does not exist";
            case "08001", "08004", "08006" -> "nobody answers there";
            case "53300" -> "it has no connection free";
            default -> "it answered " + state;
        };
        return DiskFull.find(e).orElseGet(() -> new UserError("Cannot use the database " + url + ": " + why + ".", e));
    }
}
