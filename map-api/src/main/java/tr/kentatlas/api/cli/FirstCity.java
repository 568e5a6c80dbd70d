package tr.kentatlas.api.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.file.Sources;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;

/**
 * Brings a city to its first release: migrate, load, draft, check, approve, publish. Each step is whole or not done, so an interrupted
 * first start goes on where it was.
 */
final class FirstCity implements CitySetup {
    static final String SAMPLE_NAME = "Örnekova";
    static final String OSM_ATTRIBUTION = "© OpenStreetMap contributors (ODbL 1.0)";

    private static final long SAMPLE_SEED = 1923;
    private static final String ACTOR = "kent up";
    private static final ZoneId TURKEY = ZoneId.of("Europe/Istanbul");

    @Override
    public void prepare(DataSource owner, Optional<CityFile> file, Progress progress) {
        FeatureSource source = file.map(FirstCity::open).orElseGet(() -> SampleCity.of(Size.DISTRICT, SAMPLE_SEED));
        House house = House.build(owner, source, progress);
        JdbcClient jdbc = JdbcClient.create(owner);
        if (new Releases(jdbc).current().isPresent()) return;
        if (isEmpty(jdbc)) house.importer().run(source, ACTOR, progress);
        publish(house.publisher(), progress);
    }

    private static FeatureSource open(CityFile file) {
        try {
            return Sources.open(file.path(), ModelReader.read());
        } catch (BrokenSourceException e) {
            throw new UserError("The file " + file.path() + " is broken: " + e.getMessage() + ".", e);
        }
    }

    private static boolean isEmpty(JdbcClient jdbc) {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM ingest.import)")
                .query(Boolean.class)
                .single();
    }

    private static void publish(Publisher publisher, Progress progress) {
        publisher.draft(List.of(), ACTOR, "first release", progress);
        publisher.check(progress);
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "ilk yayın", LocalDate.now(TURKEY), ACTOR));
        publisher.publish(ACTOR, null, progress);
    }
}
