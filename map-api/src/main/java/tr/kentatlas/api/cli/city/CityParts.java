package tr.kentatlas.api.cli.city;

import java.util.List;
import javax.sql.DataSource;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.spatial.delivery.LayerProfile;
import tr.kentatlas.spatial.delivery.MinistryViews;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.quality.QualityRun;
import tr.kentatlas.spatial.quality.RuleBook;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.search.PlaceIndexFolder;
import tr.kentatlas.spatial.search.PlaceIndexStep;
import tr.kentatlas.spatial.store.schema.Migrations;

/** Puts the parts of the core together over a city's database: the one place where they meet. */
public record CityParts(DataSource owner, Model model, int srid, PlaceIndexFolder places) {

    /** Over a database that is migrated already. */
    public static CityParts over(DataSource owner, Instance instance) {
        return new CityParts(
                owner, ModelReader.read(), Migrations.storedSrid(owner), new PlaceIndexFolder(instance.searchFolder()));
    }

    public Importer importer() {
        return new Importer(owner, model, srid);
    }

    public Publisher publisher() {
        return new Publisher(
                owner,
                model,
                srid,
                new QualityRun(owner, RuleBook.read(model)),
                List.of(
                        new MinistryViews(owner, model, LayerProfile.read("tucbs")),
                        new PlaceIndexStep(owner, places)));
    }
}
