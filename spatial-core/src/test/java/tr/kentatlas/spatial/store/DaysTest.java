package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.TimeRange;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.file.Sources;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;

/** A day means the same to who brings it and to who asks for it: the city's. */
class DaysTest {
    private static final String DOOR = """
            {"type":"Feature","id":"1","properties":{"gecerlilikBaslangici":"2026-06-01"},
             "geometry":{"type":"Point","coordinates":[33,39.9]}}
            """;
    private static final Progress QUIET = Progress.silent();
    private static final Set<String> SEEN = Set.of("gecerlilikBaslangici", "gecerlilikSonu");

    private final PGSimpleDataSource city = TestCity.empty();

    @TempDir
    private Path folder;

    @Test
    void whatWasImportedByADayIsFoundByThatDay() throws IOException {
        publish();
        assertThat(List.of(at("2026-05-31"), at("2026-06-01"), at("../2026-05-31"), at("2026-06-01/..")))
                .containsExactly(0L, 1L, 0L, 1L);
        assertThat(List.of(
                        where("gecerlilikBaslangici = DATE('2026-06-01')"),
                        where("gecerlilikBaslangici >= DATE('2026-06-01')"),
                        where("gecerlilikBaslangici < DATE('2026-06-01')"),
                        where("T_AFTER(gecerlilikBaslangici, DATE('2026-05-31'))")))
                .containsExactly(1L, 1L, 0L, 1L);
    }

    private long at(String time) {
        return count(query(TimeRange.parse(time)));
    }

    private long where(String filter) {
        return count(query(null).where(Cql2Text.parse(filter), Crs.CRS84));
    }

    private long count(FeatureQuery query) {
        Edition edition = new Editions(JdbcClient.create(city)).find(1).orElseThrow();
        Grant grant = new Grant("test", Grant.Audience.PUBLIC, Map.of("numarataj", Grant.TypeGrant.of(SEEN)));
        return new FeatureStore(new WallReader(city, city))
                .count(edition, VisibleType.find(edition, grant, "numarataj").orElseThrow(), query);
    }

    private static FeatureQuery query(@Nullable TimeRange time) {
        return FeatureQuery.of("numarataj", null, time, Map.of(), List.of(), List.of(), Crs.CRS84, Page.first(1));
    }

    private void publish() throws IOException {
        Path file = Files.writeString(folder.resolve("numarataj.geojson"), DOOR);
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(Sources.open(file, TestCity.MODEL), "tester", QUIET);
        Publisher publisher =
                new Publisher(city, TestCity.MODEL, TestCity.SRID, (release, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publisher.check(QUIET);
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 6, 1), "tester"));
        publisher.publish("tester", null, QUIET);
    }
}
