package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;

/** Whom the public copy tells how to reach: institutions, and no person (KVKK 6698). */
class PublicContactsTest {
    private static final Progress QUIET = Progress.silent();

    private final PGSimpleDataSource city = TestCity.empty();

    @Test
    void noPersonCanBeRung() {
        var importer = new Importer(city, TestCity.MODEL, TestCity.SRID);
        importer.run(
                ListSource.of(
                        service("a", 0, "saglik", "hastane"),
                        service("b", 1, "saglik", "muayenehane"),
                        service("c", 2, "egitim", null),
                        service("d", 3, "ticaretVeMaliye", null),
                        service("e", 4, "belediye", "kindNobodyKnows")),
                "tester",
                QUIET);
        assertThat(publicly("coalesce(alt_tip, tip), iletisim_telefon, iletisim_eposta"))
                .containsExactly(
                        "hastane 0999 a@b", "muayenehane", "egitim 0999 a@b", "ticaretVeMaliye", "kindNobodyKnows");
    }

    private List<@Nullable String> publicly(String columns) {
        Publisher publisher =
                new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publisher.check(QUIET);
        publisher.approve(
                List.of(), new Decision(Approval.COUNCIL, "2026/112", LocalDate.of(2026, 11, 3), "A. Yılmaz"));
        long snapshot = publisher.publish("tester", null, QUIET).snapshots().stream()
                .filter(one -> one.theme().equals("kamu_hizmetleri"))
                .findFirst()
                .orElseThrow()
                .id();
        return JdbcClient.create(city)
                .sql("SELECT concat_ws(' ', " + columns + ") FROM acik_" + snapshot
                        + ".kamu_hizmeti ORDER BY ST_X(geom)")
                .query(String.class)
                .list();
    }

    private static FeatureRecord service(String key, double east, String kind, @Nullable String detail) {
        Geometry place = square(east, 0.1).getCentroid();
        return detail == null
                ? record("kamu_hizmeti", key, place, "tip", kind, "iletisim_telefon", "0999", "iletisim_eposta", "a@b")
                : record(
                        "kamu_hizmeti",
                        key,
                        place,
                        "tip",
                        kind,
                        "alt_tip",
                        detail,
                        "iletisim_telefon",
                        "0999",
                        "iletisim_eposta",
                        "a@b");
    }
}
