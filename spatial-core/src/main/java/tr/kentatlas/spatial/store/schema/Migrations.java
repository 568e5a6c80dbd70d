package tr.kentatlas.spatial.store.schema;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.store.sql.JobLock;

/** Brings a database to the house's schema; safe to repeat. */
public final class Migrations {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource owner;
    private final int srid;
    private final Duration patience;
    private final List<String> locations;

    /**
     * @param owner connects as the owner of the database
     * @param srid EPSG code of the city's storage CRS, for a database that has none yet
     */
    public Migrations(DataSource owner, int srid) {
        this(owner, srid, PATIENCE, "classpath:db/migration");
    }

    /** @param patience for whoever uses a table that is to be migrated */
    Migrations(DataSource owner, int srid, Duration patience, String... locations) {
        this.owner = owner;
        this.srid = srid;
        this.patience = patience;
        this.locations = List.of(locations);
    }

    /** Whether there is anything to migrate. */
    public boolean arePending() {
        return flyway().info().pending().length > 0;
    }

    /** Whether all it was migrated by so far is still what this program migrates by; that of an earlier, unreleased state is not. */
    public boolean isHistoryKnown() {
        return Flyway.configure()
                .configuration(flyway().getConfiguration())
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load()
                .validateWithResult()
                .validationSuccessful;
    }

    /**
     * Migrates; a database made with another storage CRS is refused by {@link StorageCrsChanged}.
     *
     * @throws TablesInUse when somebody uses what is to be migrated and does not end; what was migrated before that stands
     */
    public void migrate() {
        if (isNew()) MetricCrs.require(srid);
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            if (isLate(e)) throw new TablesInUse(holders(), e);
            throw e;
        }
        int stored = storedSrid(owner);
        if (stored != srid) throw new StorageCrsChanged(stored, srid);
    }

    /** The storage CRS a migrated database was created with. */
    public static int storedSrid(DataSource database) {
        return JdbcClient.create(database)
                .sql("SELECT value::integer FROM kent.setting WHERE name = 'srid'")
                .query(Integer.class)
                .single();
    }

    private boolean isNew() {
        return JdbcClient.create(owner)
                .sql("SELECT to_regclass('kent.setting') IS NULL")
                .query(Boolean.class)
                .single();
    }

    private static boolean isLate(@Nullable Throwable failure) {
        if (failure == null) return false;
        return (failure instanceof SQLException sql && JobLock.isLate(sql)) || isLate(failure.getCause());
    }

    /** Who has been using tables for as long as was waited; of others the server tells an owner who is no superuser only the names. */
    private String holders() {
        return JdbcClient.create(owner)
                .sql("""
                    SELECT coalesce(string_agg(who || ' (' || tables || ')', ', ' ORDER BY who), '')
                      FROM (SELECT coalesce(a.usename, a.backend_type, '?') AS who, string_agg(DISTINCT c.oid::regclass::text, ', ') AS tables
                              FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation
                             WHERE l.granted AND a.datname = current_database() AND c.relkind IN ('r', 'p')
                               AND c.relnamespace <> 'pg_catalog'::regnamespace
                               AND a.pid <> pg_backend_pid() AND coalesce(a.xact_start < clock_timestamp() - make_interval(secs => ?), true)
                             GROUP BY 1) AS held
                    """)
                .param(patience.toMillis() / 1000.0)
                .query(String.class)
                .single();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(owner)
                .defaultSchema("flyway")
                .createSchemas(true)
                .locations(locations.toArray(String[]::new))
                .placeholders(Map.of("srid", Integer.toString(srid), "patience", patience.toMillis() + "ms"))
                .validateMigrationNaming(true)
                .load();
    }
}
