package tr.kentatlas.spatial.store.schema;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a database to the house's schema; safe to repeat. */
public final class Migrations {
    private final DataSource owner;
    private final int srid;

    /**
     * @param owner connects as the owner of the database
     * @param srid EPSG code of the city's storage CRS, for a database that has none yet
     */
    public Migrations(DataSource owner, int srid) {
        this.owner = owner;
        this.srid = srid;
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

    /** Migrates; a database made with another storage CRS is refused by {@link StorageCrsChanged}. */
    public void migrate() {
        if (isNew()) MetricCrs.require(srid);
        flyway().migrate();
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

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(owner)
                .defaultSchema("flyway")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .placeholders(Map.of("srid", Integer.toString(srid)))
                .validateMigrationNaming(true)
                .load();
    }
}
