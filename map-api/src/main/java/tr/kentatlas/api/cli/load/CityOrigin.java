package tr.kentatlas.api.cli.load;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.instance.CitySource;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.ingest.ImportBook;

/**
 * What a first start fills a city's database from, kept in the database itself: one that {@code KENT_DB_URL} names is not known by its
 * folder.
 *
 * @param content SHA-256 of the file, or {@link #SAMPLE}
 * @param title what the city is called
 */
public record CityOrigin(String content, String title) {
    private static final String SAMPLE = "sample";

    static CityOrigin sample() {
        return new CityOrigin(SAMPLE, FirstCity.SAMPLE_NAME);
    }

    /** A file that {@link CitySource#claim} has seen. */
    static CityOrigin of(Instance instance) {
        return new CityOrigin(CitySource.notes(instance).getOrDefault("sha256", ""), instance.title());
    }

    /** What the city in a database is called; empty when no first start made it. */
    public static Optional<String> title(DataSource owner) {
        return setting("title", owner);
    }

    /** Called before anything is loaded. */
    void claim(DataSource owner) {
        JdbcClient.create(owner)
                .sql("INSERT INTO kent.setting VALUES ('origin', ?), ('title', ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
                .params(content, title)
                .update();
    }

    /** Refuses to take the city that was made from something else for that of a file. */
    void require(DataSource owner, CityFile file) {
        Optional<String> known = setting("origin", owner)
                .or(() -> new ImportBook(owner).hasSample() ? Optional.of(SAMPLE) : Optional.empty());
        if (known.isEmpty() || known.get().equals(content)) return;
        throw new UserError(
                "The database holds another city, " + title(owner).orElse("the sample district") + ", not that of "
                        + file.path() + ": serve it without --city, or let KENT_DB_URL name an empty database.");
    }

    private static Optional<String> setting(String name, DataSource owner) {
        return JdbcClient.create(owner)
                .sql("SELECT value FROM kent.setting WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }
}
