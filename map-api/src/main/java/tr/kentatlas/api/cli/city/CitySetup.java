package tr.kentatlas.api.cli.city;

import java.util.Optional;
import javax.sql.DataSource;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.spatial.progress.Progress;

/**
 * Brings a city's database to where it can be served: migrated, and filled and published at the first start. Called at every
 * start; what is done already must be recognised, what was interrupted resumed or begun clean.
 */
@FunctionalInterface
public interface CitySetup {
    /**
     * Does whatever is left to do.
     *
     * @param owner signs in as the owner of all tables
     * @param instance where the city keeps its files
     * @param file the real city to load at the first start; empty for the sample district
     */
    void prepare(DataSource owner, Instance instance, Optional<CityFile> file, Progress progress);
}
