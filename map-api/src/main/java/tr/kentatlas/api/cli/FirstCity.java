package tr.kentatlas.api.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;
import tr.kentatlas.spatial.store.schema.Migrations;

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
        House house = migrate(owner, source.srid(), progress);
        JdbcClient jdbc = JdbcClient.create(owner);
        if (new Releases(jdbc).current().isPresent()) return;
        if (isEmpty(jdbc)) new Importer(owner, house.model(), house.srid()).run(source, ACTOR, progress);
        publish(house.publisher(), progress);
    }

    private static House migrate(DataSource owner, int srid, Progress progress) {
        try (Progress.Step step = progress.begin("migrating the database", Progress.UNKNOWN)) {
            boolean known = JdbcClient.create(owner)
                    .sql("SELECT to_regclass('kent.setting') IS NOT NULL")
                    .query(Boolean.class)
                    .single();
            new Migrations(owner, known ? Migrations.storedSrid(owner) : srid).migrate();
            House house = House.over(owner);
            Migrations.fillCodeLists(house.model(), JdbcClient.create(owner));
            return house;
        }
    }

    private static FeatureSource open(CityFile file) {
        throw new UserError("The file " + file.path() + " cannot be read yet.");
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
