package tr.kentatlas.spatial;

import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** Databases for the tests: freshly migrated, with the model's tables, empty or with the sample city. */
public final class TestCity {
    /** TUREF / TM33, the zone of Ankara. */
    public static final int SRID = 5255;

    public static final Model MODEL = ModelReader.read();

    private TestCity() {}

    /** A new, empty, migrated database; connects as its owner. */
    public static PGSimpleDataSource empty() {
        return PostgisServer.shared().newDatabase(Template.MIGRATED);
    }

    /** A new copy of the small sample city: its working data, nothing released. */
    public static PGSimpleDataSource small() {
        return PostgisServer.shared().newDatabase(Small.IMPORTED);
    }

    private static final class Small {
        static final PostgisServer.Template IMPORTED = PostgisServer.shared().template("small", db -> {
            new Migrations(db, SRID).migrate();
            new Importer(db, MODEL, SRID).run(SampleCity.of(Size.SMALL, 7), "test", Progress.silent());
        });
    }

    /** Made when a database is wanted: a process that only works on another one's database starts no server. */
    private static final class Template {
        static final PostgisServer.Template MIGRATED =
                PostgisServer.shared().template("migrated", db -> new Migrations(db, SRID).migrate());
    }
}
