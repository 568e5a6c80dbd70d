package tr.kentatlas.spatial.release;

import static tr.kentatlas.spatial.Records.building;

import java.time.LocalDate;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;

/** A city of a few records whose releases are made one after the other; its rules find what the test says. */
final class Trial {
    static final Progress QUIET = Progress.silent();
    static final Decision COUNCIL = new Decision(Approval.COUNCIL, "2026/112", LocalDate.of(2026, 11, 3), "A. Yılmaz");

    final PGSimpleDataSource city = TestCity.empty();
    final JdbcClient jdbc = JdbcClient.create(city);
    final Releases releases = new Releases(jdbc);

    Publisher publisher(Outcome... outcomes) {
        return new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(outcomes), List.of());
    }

    Trial load(FeatureRecord... records) {
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(ListSource.of(records), "tester", QUIET);
        return this;
    }

    Release draft() {
        return publisher()
                .draft(List.of(), "tester", null, Replacing.ANY, QUIET)
                .release();
    }

    Release release() {
        draft();
        publisher().check(QUIET);
        publisher().approve(List.of(), COUNCIL);
        return publisher().publish("tester", null, QUIET);
    }

    /** So many releases, each with another building. */
    Trial releases(int count) {
        for (int i = 0; i < count; i++)
            load(building("a", 0, releases.list().size() + 1)).release();
        return this;
    }

    List<Long> numbers(Release.State state) {
        return releases.list().stream()
                .filter(r -> r.state() == state)
                .map(Release::number)
                .toList();
    }
}
