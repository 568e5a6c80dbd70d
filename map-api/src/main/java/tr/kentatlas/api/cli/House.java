package tr.kentatlas.api.cli;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.StorageCrs;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.store.schema.Migrations;

/** Puts the parts of the core together over a city's database: the one place where they meet. */
record House(DataSource owner, Model model, int srid) {

    /** Over a database that is migrated already. */
    static House over(DataSource owner) {
        return new House(owner, ModelReader.read(), Migrations.storedSrid(owner));
    }

    /** Over any database: migrates it; one that is new gets the storage CRS its first source asks for. */
    static House build(DataSource owner, FeatureSource first, Progress progress) {
        try (Progress.Step step = progress.begin("migrating the database", Progress.UNKNOWN)) {
            boolean known = JdbcClient.create(owner)
                    .sql("SELECT to_regclass('kent.setting') IS NOT NULL")
                    .query(Boolean.class)
                    .single();
            new Migrations(owner, known ? Migrations.storedSrid(owner) : storageCrs(first)).migrate();
            House house = over(owner);
            Migrations.fillCodeLists(house.model(), JdbcClient.create(owner));
            step.at(house.model().types().size());
            return house;
        }
    }

    Importer importer() {
        return new Importer(owner, model, srid);
    }

    Publisher publisher() {
        return new Publisher(owner, model, srid, (draft, progress) -> List.of(), List.of());
    }

    /** Where the source lies decides; one that cannot tell is in a CRS to be kept. */
    private static int storageCrs(FeatureSource first) {
        return first.extent().map(StorageCrs::forExtent).orElseGet(first::srid);
    }
}
