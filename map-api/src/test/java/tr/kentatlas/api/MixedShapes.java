package tr.kentatlas.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.testsupport.PostgisServer;

/** A release in which types whose geometry the model leaves open have an area, a line and a point, beside the city where nothing else is. */
public final class MixedShapes {
    public static final List<String> TYPES = List.of("akarsu", "karayolu_hizmet_alani", "ek_yapi", "durgun_su");

    /** What each kind of geometry of the watercourses is coded, by its dimension. */
    public static final List<String> PERSISTENCE = List.of("ephemeral", "dry", "perennial");

    /** In the storage CRS; east of all parcels. */
    private static final String PLACE = "(SELECT ST_Expand(ST_SetSRID(ST_MakePoint(ST_XMax(e) + 600, ST_YMin(e)), "
            + SmallCity.SRID + "), 300) FROM (SELECT ST_Extent(geom) AS e FROM working.parsel) AS parcels)";

    private MixedShapes() {}

    /** The city they are published in, with its desk open, for all tests of this JVM. */
    public static DeskCity city() {
        return Holder.CITY;
    }

    private static DeskCity published() {
        DeskCity city = DeskCity.with(Map.of());
        publish(city.owner());
        return city;
    }

    public static void publish(PGSimpleDataSource owner) {
        JdbcClient database = JdbcClient.create(owner);
        for (String type : TYPES) draw(database, type);
        for (int dimension = 0; dimension < PERSISTENCE.size(); dimension++) {
            database.sql("UPDATE working.akarsu SET kalicilik = ? WHERE geom && " + PLACE
                            + " AND ST_Dimension(geom) = ?")
                    .params(PERSISTENCE.get(dimension), dimension)
                    .update();
        }
        Publisher publisher =
                new Publisher(owner, ModelReader.read(), SmallCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/2", LocalDate.of(2026, 11, 4), "test"));
        publisher.publish("test", null, Progress.silent());
    }

    private static void draw(JdbcClient database, String type) {
        String shapes = String.format(Locale.ROOT, """
                INSERT INTO working.%s (tucbs_no, geom)
                SELECT gen_random_uuid(), shape
                  FROM (SELECT ST_XMin(b) + 100 AS x, ST_YMin(b) + 200 AS y FROM (SELECT %s AS b) AS place) AS corner,
                       LATERAL (VALUES (ST_MakeEnvelope(x, y, x + 60, y + 60, %d)),
                                       (ST_SetSRID(ST_MakeLine(ST_MakePoint(x + 100, y), ST_MakePoint(x + 160, y + 60)), %3$d)),
                                       (ST_SetSRID(ST_MakePoint(x + 230, y + 30), %3$d))) AS shapes (shape)
                """, type, PLACE, SmallCity.SRID);
        database.sql(shapes).update();
    }

    private static final class Holder {
        static final DeskCity CITY = PostgisServer.shared().kept(MixedShapes::published);
    }
}
