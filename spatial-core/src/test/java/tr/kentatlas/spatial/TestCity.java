package tr.kentatlas.spatial;

import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** Databases for the tests: freshly migrated, empty, with the model's tables. */
public final class TestCity {
    /** TUREF / TM33, the zone of Ankara. */
    public static final int SRID = 5255;

    public static final Model MODEL = ModelReader.read();

    private TestCity() {}

    /** A new, empty, migrated database; connects as its owner. */
    public static PGSimpleDataSource empty() {
        return PostgisServer.shared().newDatabase(Template.MIGRATED);
    }

    /** Made when a database is wanted: a process that only works on another one's database starts no server. */
    private static final class Template {
        static final PostgisServer.Template MIGRATED =
                PostgisServer.shared().template("migrated", db -> new Migrations(db, SRID).migrate());
    }
}
