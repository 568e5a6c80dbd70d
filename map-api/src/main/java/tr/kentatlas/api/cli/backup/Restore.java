package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.progress.Progress;

/**
 * Brings an archive back under a name in the making, which becomes the city's database by one rename at the end: an interrupted
 * restore leaves nothing a city could be served from, and the next one begins clean.
 */
public final class Restore {
    private static final List<String> ROLES = List.of("kent_acik", "kent_yayin", "kent_desk", "kent_editor");
    private static final String MAINTENANCE = "postgres";

    private static final String POSTGIS_OF_OTHERS =
            "SELECT count(*) FROM pg_class WHERE oid = to_regclass('public.spatial_ref_sys') AND NOT pg_has_role(relowner, 'USAGE')";
    /** Entries of an archive that only the owner of PostGIS can restore, and has brought about in the prepared database. */
    private static final Pattern OF_POSTGIS = Pattern.compile(
            "[0-9; ]+(COMMENT - EXTENSION |TABLE DATA public spatial_ref_sys |ACL public FUNCTION (st_estimatedextent|_postgis_)).*");

    private final DatabaseUrl target;
    private final DatabaseUrl making;
    private final DatabaseUrl maintenance;

    /** What is proved before the restored database gets its name. */
    public enum Proof {
        /** The number of rows of every table. */
        COUNTS,
        /** The rows themselves, too, by their hashes. */
        CONTENT
    }

    /** @param target connects as a role that may create databases; the database itself must be missing or empty */
    public Restore(DatabaseUrl target) {
        this.target = target;
        this.making = target.inDatabase(target.database() + "_restoring");
        this.maintenance = target.inDatabase(MAINTENANCE);
    }

    /** Restores a checked archive; refused when the target has content. */
    void run(Archive archive, Manifest manifest, Proof proof, Progress progress) throws InterruptedException {
        try {
            requireServer(manifest);
            requireRights();
            requireEmpty();
            prepare();
            load(archive, manifest, progress);
            prove(manifest, proof, progress);
            progress.step("Measuring it for the planner", () -> execute(making, List.of("ANALYZE")));
            rename();
        } catch (SQLException e) {
            throw new UserError("The database failed during the restore: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireServer(Manifest manifest) throws SQLException {
        int major = major();
        if (major < manifest.postgresMajor()) {
            throw new UserError("The backup was taken from PostgreSQL " + manifest.postgresMajor() + "; PostgreSQL "
                    + major + " cannot read it.");
        }
    }

    private int major() throws SQLException {
        return Integer.parseInt(single(maintenance, "SELECT current_setting('server_version_num')::int / 10000"));
    }

    private void requireRights() throws SQLException {
        String lacking = single(maintenance, """
                SELECT coalesce(string_agg(statement || ';', ' '), '') FROM (
                    SELECT format('ALTER ROLE %%I CREATEDB', rolname) FROM pg_roles
                     WHERE rolname = current_user AND NOT (rolsuper OR rolcreatedb)
                    UNION ALL
                    SELECT format('ALTER DATABASE %%I OWNER TO %%I', datname, current_user) FROM pg_database
                     WHERE datname = %1$s AND NOT pg_has_role(datdba, 'USAGE')
                    UNION ALL
                    SELECT format('GRANT SET ON PARAMETER %%s TO %%I', p.name, current_user)
                      FROM (%2$s) g JOIN pg_settings p USING (name)
                     WHERE p.context IN ('superuser', 'superuser-backend') AND NOT has_parameter_privilege(name, 'SET')) need (statement)
                """.formatted(literal(target), settings()));
        if (!lacking.isEmpty())
            throw new UserError(
                    "The database's user lacks rights a restore needs. The server's administrator runs: " + lacking);
    }

    private void requireEmpty() throws SQLException {
        if (!isThere(target)) return;
        try (Connection connection = target.connect()) {
            if (!ContentReader.tables(connection).isEmpty()) {
                throw new UserError("The database '" + target.database()
                        + "' is not empty: a backup is restored into a new city or an empty database only.");
            }
        }
    }

    /**
     * What an interrupted restore left goes first. A prepared database is copied with the PostGIS, encoding, collation and rights it has.
     * Roles belong to the server, so no dump holds them.
     */
    private void prepare() throws SQLException {
        boolean isPrepared = isThere(target);
        List<String> statements = new ArrayList<>();
        statements.add("DROP DATABASE IF EXISTS " + quoted(making) + " WITH (FORCE)");
        if (isPrepared) statements.add(sendAway());
        statements.add("CREATE DATABASE " + quoted(making) + (isPrepared ? " TEMPLATE " + quoted(target) : ""));
        statements.addAll(list(maintenance, rights()));
        for (String role : ROLES) {
            if (single(maintenance, "SELECT count(*) FROM pg_roles WHERE rolname = '" + role + "'")
                    .equals("0")) {
                statements.add("CREATE ROLE " + role + " NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
            }
        }
        execute(maintenance, statements);
    }

    /** Whoever looks into the prepared database, as monitoring does, keeps it from being copied. */
    private String sendAway() {
        return """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                 WHERE datname = %s AND pid <> pg_backend_pid() AND pg_has_role(usesysid, 'USAGE')
                """.formatted(literal(target));
    }

    /** Asks for the statements that give everybody what they may do with the prepared database; a copy has none of that. */
    private String rights() {
        return """
                SELECT format('REVOKE ALL ON DATABASE %%I FROM PUBLIC', %2$s) FROM pg_database WHERE datname = %1$s AND datacl IS NOT NULL
                UNION ALL
                SELECT format('GRANT %%s ON DATABASE %%I TO %%s', privilege_type, %2$s,
                              CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
                  FROM pg_database, aclexplode(datacl) WHERE datname = %1$s
                """.formatted(literal(target), literal(making));
    }

    /** What connections to the prepared database begin with (ALTER DATABASE … SET); a copy has none of that, either. */
    private String settings() {
        return "SELECT split_part(one, '=', 1) AS name, substr(one, strpos(one, '=') + 1) AS value FROM pg_db_role_setting"
                + " JOIN pg_database d ON d.oid = setdatabase, unnest(setconfig) one WHERE setrole = 0 AND datname = "
                + literal(target);
    }

    /** Asks for the statements that give them to the restored one, each as the server itself spells its value. */
    private String setting() {
        return """
                SELECT format('DO %%L', format('BEGIN PERFORM set_config(%%L, %%L, true); ALTER DATABASE %%I SET %%s FROM CURRENT; END',
                                               name, value, %s, replace(quote_ident(name), '.', '"."')))
                  FROM (%s) g
                """.formatted(literal(making), settings());
    }

    private void load(Archive archive, Manifest manifest, Progress progress)
            throws SQLException, IOException, InterruptedException {
        AtomicLong done = new AtomicLong();
        try (Progress.Step step =
                progress.begin("Restoring the database", manifest.tables().size())) {
            boolean isOurs = single(making, POSTGIS_OF_OTHERS).equals("0");
            Predicate<String> wanted =
                    entry -> isOurs || !OF_POSTGIS.matcher(entry).matches();
            new Tools(major(), making).restore(archive.dump(), wanted, line -> {
                if (line.contains("processing data for table")) step.at(done.incrementAndGet());
            });
            step.done();
        }
    }

    private void prove(Manifest manifest, Proof proof, Progress progress) throws SQLException, InterruptedException {
        List<TableContent> restored = content(proof, progress);
        Map<String, TableContent> expected =
                manifest.tables().stream().collect(Collectors.toMap(TableContent::table, Function.identity()));
        List<String> differing = new ArrayList<>();
        for (TableContent table : restored) {
            TableContent saved = expected.remove(table.table());
            boolean same = saved != null
                    && saved.rows() == table.rows()
                    && (proof == Proof.COUNTS || saved.hash().equals(table.hash()));
            if (!same) differing.add(table.table());
        }
        differing.addAll(expected.keySet());
        if (!differing.isEmpty()) {
            throw new UserError(
                    "The restored database differs from the backup in " + String.join(", ", differing) + ".");
        }
    }

    private List<TableContent> content(Proof proof, Progress progress) throws SQLException, InterruptedException {
        try (Connection holder = making.connect();
                Statement statement = holder.createStatement()) {
            ContentReader.begin(statement);
            List<String> tables = ContentReader.tables(holder);
            String snapshot;
            try (ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
                row.next();
                snapshot = row.getString(1);
            }
            ContentReader reader = new ContentReader(making, Tools.JOBS);
            try (Progress.Step step = progress.begin("Comparing it with the backup", tables.size())) {
                List<TableContent> content = proof == Proof.CONTENT
                        ? reader.read(tables, snapshot, step)
                        : reader.count(tables, snapshot, step);
                step.done();
                return content;
            }
        }
    }

    /** What is proved by now is kept, whoever stands in the way. */
    private void rename() throws SQLException {
        List<String> last = new ArrayList<>(list(maintenance, setting()));
        last.add("DROP DATABASE IF EXISTS " + quoted(target) + " WITH (FORCE)");
        last.add("ALTER DATABASE " + quoted(making) + " RENAME TO " + quoted(target));
        try {
            execute(maintenance, last);
        } catch (SQLException e) {
            throw new UserError(
                    "All is restored and proved, as the database " + quoted(making)
                            + ", which could not take its name: " + e.getMessage() + ". These statements give it: "
                            + String.join("; ", last) + ".",
                    e);
        }
    }

    private boolean isThere(DatabaseUrl database) throws SQLException {
        return single(maintenance, "SELECT count(*) FROM pg_database WHERE datname = " + literal(database))
                .equals("1");
    }

    private static String literal(DatabaseUrl database) {
        return "'" + database.database().replace("'", "''") + "'";
    }

    private static String quoted(DatabaseUrl database) {
        return '"' + database.database().replace("\"", "\"\"") + '"';
    }

    private static String single(DatabaseUrl database, String sql) throws SQLException {
        return list(database, sql).get(0);
    }

    private static List<String> list(DatabaseUrl database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> list = new ArrayList<>();
            while (rows.next()) list.add(rows.getString(1));
            return list;
        }
    }

    private static void execute(DatabaseUrl database, List<String> statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }
}
