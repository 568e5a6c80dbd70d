package tr.kentatlas.api.cli.instance;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The order of text in a database's indexes is that of the machine's ICU or C library when they were made. After an upgrade of those, an
 * index that was not made anew misses rows, and PostgreSQL only warns in its log.
 */
public final class TextOrder {
    private static final String MENDING = """
            SELECT format('REINDEX DATABASE %1$I; ALTER DATABASE %1$I REFRESH COLLATION VERSION;', datname) FROM pg_database
             WHERE datname = current_database() AND datcollversion <> pg_database_collation_actual_version(oid)
            """;

    private TextOrder() {}

    /** What the operator is told; empty where all is well. */
    public static Optional<String> warning(DataSource owner) {
        return JdbcClient.create(owner)
                .sql(MENDING)
                .query(String.class)
                .optional()
                .map(statements ->
                        "This machine sorts text otherwise than when the database's indexes were made: searches may miss rows,"
                                + " and keys may be given twice. Run in the database, while the city is not served: "
                                + statements);
    }
}
