package tr.kentatlas.api;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.store.PublishedTable.Wall;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;
import tr.kentatlas.testsupport.Scratch;

/** A small published sample city for the tests of the web side, behind its real roles. */
public final class SmallCity {
    public static final int SRID = 5255;
    public static final String ADMIN_KEY = "test-admin-key";

    /** Of the roles before the three walls, in every test: roles belong to the server, which the cities of all tests share. */
    public static final String ROLE_PASSWORD = "before-the-wall";

    private static final int FEW = 100;

    private SmallCity() {}

    private static void publish(DataSource db, FeatureSource records) {
        Model model = ModelReader.read();
        new Migrations(db, SRID).migrate();
        new Importer(db, model, SRID).run(records, "test", Progress.silent());
        Publisher publisher = new Publisher(db, model, SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/1", LocalDate.of(2026, 11, 3), "test"));
        publisher.publish("test", null, Progress.silent());
        JdbcClient.create(db).sql("ANALYZE").update(); // as autovacuum does wherever it is on
    }

    /** A database of its own with release 1 published; as its owner. */
    public static PGSimpleDataSource database() {
        return PostgisServer.shared().newDatabase(Whole.PUBLISHED);
    }

    /** The same with a few records of each type, for tests that do not ask what is in it, but copy, save or publish all of it. */
    public static PGSimpleDataSource few() {
        return PostgisServer.shared().newDatabase(Few.PUBLISHED);
    }

    /** A database of its own that is migrated and empty. */
    public static PGSimpleDataSource empty() {
        return PostgisServer.shared().newDatabase(Empty.MIGRATED);
    }

    /** Where in the tiles of zoom 14 there are buildings, as z/y/x. */
    public static String tile(JdbcClient database) {
        return database.sql("""
                        SELECT format('14/%s/%s', floor((1 - asinh(tan(radians(ST_Y(c)))) / pi()) / 2 * 16384)::int,
                                      floor((ST_X(c) + 180) / 360 * 16384)::int)
                          FROM (SELECT ST_Centroid(ST_Transform(geom, 4326)) AS c FROM working.bina LIMIT 1) b
                        """).query(String.class).single();
    }

    /** The city as the web side gets it. */
    public static City city(PGSimpleDataSource owner) {
        return city(owner, journal());
    }

    /** The same with its journals in that folder. */
    public static City city(PGSimpleDataSource owner, Path journal) {
        return new City(
                "Örnekova",
                Credits.none(),
                true,
                before(Wall.ACIK.role(), owner),
                before(Wall.YAYIN.role(), owner),
                before(Wall.ACIK.role(), owner),
                before("kent_desk", owner),
                new Secret(ADMIN_KEY),
                journal);
    }

    /** A new folder for an audit journal. */
    public static Path journal() {
        return Scratch.folder("journal");
    }

    private static HikariDataSource before(String role, PGSimpleDataSource owner) {
        JdbcClient.create(owner)
                .sql("ALTER ROLE " + role + " LOGIN PASSWORD '" + ROLE_PASSWORD + "'")
                .update();
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(PostgisServer.shared().as(owner, role, ROLE_PASSWORD));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static final class Whole {
        static final PostgisServer.Template PUBLISHED =
                PostgisServer.shared().template("small-city", db -> publish(db, SampleCity.of(Size.SMALL, 7)));
    }

    private static final class Few {
        static final PostgisServer.Template PUBLISHED = PostgisServer.shared()
                .template("few-records", db -> publish(db, new FewOfEach(SampleCity.of(Size.SMALL, 7), FEW)));
    }

    private static final class Empty {
        static final PostgisServer.Template MIGRATED =
                PostgisServer.shared().template("migrated", db -> new Migrations(db, SRID).migrate());
    }
}
