package tr.kentatlas.api.cli.backup;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.spatial.progress.Progress;

/** Counts and hashes the rows of every table of a database, several tables at a time, all as one snapshot shows them. */
final class ContentReader {
    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'm') AND c.relpersistence = 'p'
               AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                  AND d.deptype = 'e')
             ORDER BY pg_relation_size(c.oid) DESC, 1
            """;
    private static final String COUNT = "SELECT count(*), 0, 0 FROM %s";
    private static final String COUNT_AND_HASH = """
            SELECT count(*), coalesce(sum(('x' || left(h, 16))::bit(64)::bigint), 0),
                   coalesce(sum(('x' || right(h, 16))::bit(64)::bigint), 0)
              FROM (SELECT md5(r::text) AS h FROM %s r) hashed
            """;
    /** Text of a row must not depend on the server's or the client's habits. */
    private static final List<String> ONE_FORM = List.of(
            "SET TimeZone = 'UTC'",
            "SET DateStyle = 'ISO, YMD'",
            "SET IntervalStyle = 'iso_8601'",
            "SET extra_float_digits = 1",
            "SET bytea_output = 'hex'",
            "SET search_path = public");

    private final DatabaseUrl database;
    private final int connections;

    ContentReader(DatabaseUrl database, int connections) {
        this.database = database;
        this.connections = connections;
    }

    /** The tables a connection sees, largest first. */
    static List<String> tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        }
    }

    /** Begins a transaction that sees one moment and lasts as long as it must, whatever the server allows others. */
    static void begin(Statement statement) throws SQLException {
        statement.execute("SET idle_in_transaction_session_timeout = 0");
        statement.execute("SET statement_timeout = 0");
        statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    /** Counts and hashes, as the exported snapshot shows them; the tables come in order of their names. */
    List<TableContent> read(List<String> tables, String snapshot, Progress.Step step)
            throws SQLException, InterruptedException {
        return read(COUNT_AND_HASH, tables, snapshot, step);
    }

    /** Counts only; the hashes are those of no rows. */
    List<TableContent> count(List<String> tables, String snapshot, Progress.Step step)
            throws SQLException, InterruptedException {
        return read(COUNT, tables, snapshot, step);
    }

    private List<TableContent> read(String query, List<String> tables, String snapshot, Progress.Step step)
            throws SQLException, InterruptedException {
        ConcurrentLinkedQueue<String> left = new ConcurrentLinkedQueue<>(tables);
        AtomicLong done = new AtomicLong();
        Runnable told = () -> step.at(done.incrementAndGet());
        List<Future<List<TableContent>>> parts = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++)
                parts.add(workers.submit(() -> readSome(query, left, snapshot, told)));
            List<TableContent> all = new ArrayList<>();
            for (Future<List<TableContent>> part : parts) all.addAll(part.get());
            all.sort(Comparator.comparing(TableContent::table));
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) throw sql;
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<TableContent> readSome(
            String query, ConcurrentLinkedQueue<String> left, String snapshot, Runnable told) throws SQLException {
        List<TableContent> done = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String set : ONE_FORM) statement.execute(set);
            begin(statement);
            statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            for (String table = left.poll(); table != null; table = left.poll()) {
                done.add(read(statement, query, table));
                told.run();
            }
        }
        return done;
    }

    private static TableContent read(Statement statement, String query, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery(query.formatted(table))) {
            row.next();
            String hash = hex(row.getString(2)) + hex(row.getString(3));
            return new TableContent(table, row.getLong(1), hash);
        }
    }

    /** Modulo 2^64, sixteen digits. */
    private static String hex(String sum) {
        return String.format(Locale.ROOT, "%016x", new BigInteger(sum).longValue());
    }
}
