package tr.kentatlas.spatial.tile;

import static tr.kentatlas.spatial.Records.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.Edition;

/**
 * A regional plan of 200 m; over its west one of a larger scale, the west of which a later plan of the same changes; over a strip beside it
 * one without scale but of a lower level, and then one of which nothing is drawn; over the east a draft, which counts for nothing. East of
 * it lie two neighbours of one scale and then one without a date, the east of which a dated one changes.
 */
final class PlannedCity {
    static final PGSimpleDataSource SERVER = TestCity.empty();
    static final Edition EDITION = publish();

    private PlannedCity() {}

    private static Edition publish() {
        load(
                plan("region", 25_000, "ustYerel", "yururlukte", 2016, 0, 200),
                plan("detail", 1_000, "altYerel", "yururlukte", 2019, 0, 100),
                plan("change", 1_000, "altYerel", "yururlukte", 2024, 60, 100),
                plan("strip", null, "altYerel", "yururlukte", 2019, 100, 120),
                plan("border", 1_000, "altYerel", "yururlukte", 2019, 120, 150),
                plan("draft", 1_000, "altYerel", "taslak", 2026, 150, 200),
                plan("older", 1_000, "altYerel", "yururlukte", 2019, 220, 320),
                plan("newer", 1_000, "altYerel", "yururlukte", 2024, 319.8, 420),
                plan("undated", 1_000, "altYerel", "yururlukte", null, 440, 540),
                plan("dated", 1_000, "altYerel", "yururlukte", 2024, 500, 540),
                use("older", "older", 220, 320),
                use("newer", "newer", 319.8, 420),
                use("undated", "undated", 440, 540),
                use("dated", "dated", 500, 540),
                use("whole", "region", 0, 200),
                use("beneath", "region", 20, 60),
                use("east", "region", 160, 190),
                use("own", "detail", 10, 90),
                use("changed", "change", 60, 100),
                use("beside", "strip", 100, 120),
                use("drafted", "draft", 150, 200));
        Publisher publisher =
                new Publisher(SERVER, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 1, 1), "test"));
        long release = publisher.publish("test", "test", Progress.silent()).number();
        return new Editions(JdbcClient.create(SERVER)).find(release).orElseThrow();
    }

    private static FeatureRecord plan(
            String key,
            @Nullable Integer scale,
            String level,
            String stage,
            @Nullable Integer since,
            double west,
            double east) {
        return record(
                "mekansal_plan",
                key,
                box(west, east),
                "ad",
                key,
                "tur",
                "uygulamaImarPlani",
                "duzey",
                level,
                "surec",
                stage,
                "olcek",
                scale,
                "yururluk",
                since == null ? null : LocalDate.of(since, 5, 1));
    }

    private static FeatureRecord use(String key, String plan, double west, double east) {
        return record(
                "plan_kullanim_alani",
                key,
                box(west, east),
                "plan",
                FeatureId.of("test", "mekansal_plan", plan),
                "gosterim",
                "acikYesil.park",
                "hilucs",
                "3_4_3_OpenAirAreas",
                "baglayicilik",
                "evet",
                "surec",
                "yururlukte");
    }

    /** As high as all others, east of the middle of the zone and clear of the border between tiles there. */
    private static Geometry box(double west, double east) {
        double x = 500_300;
        return new GeometryFactory().toGeometry(new Envelope(x + west, x + east, 4_417_000, 4_417_200));
    }

    /** A type as somebody sees it whom some features are hidden from, which are known by their source key. */
    private static void load(FeatureRecord... records) {
        new Importer(SERVER, TestCity.MODEL, TestCity.SRID).run(ListSource.of(records), "test", Progress.silent());
    }
}
