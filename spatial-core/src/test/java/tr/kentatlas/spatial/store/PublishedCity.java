package tr.kentatlas.spatial.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;

/** A source's records as release 1 of a city, and the public's view of them. */
record PublishedCity(FeatureStore store, Edition edition, PGSimpleDataSource database) {
    static PublishedCity of(FeatureSource source) {
        PGSimpleDataSource city = TestCity.empty();
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(source, "test", Progress.silent());
        Publisher publisher =
                new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 1, 1), "test"));
        publisher.publish("test", "test", Progress.silent());
        Edition edition = new Editions(JdbcClient.create(city)).find(1).orElseThrow();
        return new PublishedCity(new FeatureStore(new WallReader(city, city)), edition, city);
    }

    VisibleType type(String name) {
        var fields = edition.find(name).orElseThrow().table(PublishedTable.Wall.ACIK).attributes().stream()
                .map(Attribute::name)
                .collect(Collectors.toSet());
        Grant everybody = new Grant("test", Grant.Audience.PUBLIC, Map.of(name, Grant.TypeGrant.of(fields)));
        return VisibleType.find(edition, everybody, name).orElseThrow();
    }
}
