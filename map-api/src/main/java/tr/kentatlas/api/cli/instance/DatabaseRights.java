package tr.kentatlas.api.cli.instance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.cli.report.UserError;

/** What a city needs of a database server beyond signing in: PostGIS, its own schemas, and the roles of the three walls. */
final class DatabaseRights {
    private static final String LACKING = """
            WITH me AS (SELECT rolname, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user),
                 need (statement, is_met) AS (
                     SELECT 'CREATE EXTENSION postgis', EXISTS (SELECT FROM pg_extension WHERE extname = 'postgis')
                     UNION ALL
                     SELECT format('ALTER DATABASE %I OWNER TO %I', datname, rolname),
                            has_database_privilege(datname, 'CREATE') AND has_schema_privilege('public', 'CREATE')
                       FROM pg_database, me WHERE datname = current_database()
                     UNION ALL
                     SELECT format('ALTER ROLE %I CREATEROLE', rolname), rolcreaterole FROM me
                     UNION ALL
                     SELECT format('GRANT %I TO %I WITH ADMIN OPTION', r.rolname, me.rolname),
                            current_setting('server_version_num')::int < 160000
                            OR pg_has_role(r.oid, 'MEMBER WITH ADMIN OPTION')
                       FROM pg_roles r, me WHERE r.rolname IN ('kent_acik', 'kent_yayin', 'kent_desk', 'kent_editor'))
            SELECT string_agg(statement || ';', ' ') FROM need, me WHERE NOT is_met AND NOT rolsuper
            """;

    private DatabaseRights() {}

    /** Refuses with the statements the server's administrator must run. */
    static void require(Statement statement) throws SQLException {
        String lacking = lacking(statement);
        if (lacking == null) return;
        throw new UserError(
                "The database's user lacks rights a city needs. The server's administrator runs in that database: "
                        + lacking);
    }

    private static @Nullable String lacking(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(LACKING)) {
            row.next();
            return row.getString(1);
        }
    }
}
