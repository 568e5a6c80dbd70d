package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tr.kentatlas.spatial.Records.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.FinerPlans;
import tr.kentatlas.spatial.store.TileStore;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * A regional plan of 200 m; over its west one of a larger scale, over a strip beside that one without scale but of a lower level, and over
 * its east a draft, which counts for nothing.
 */
class FinerPlansTest {
    private static final PGSimpleDataSource CITY = TestCity.empty();
    private static final Edition EDITION = publish();
    private static final int ZOOM = 15;

    @Test
    void whereFinerPlansLieTheBroaderOneIsNotDrawn() {
        Map<Long, MvtDecoder.Feature> drawn = drawn();
        assertThat(drawn.keySet())
                .containsExactlyInAnyOrder(number("whole"), number("east"), number("own"))
                .as("what lies wholly beneath a finer plan is left out")
                .doesNotContain(number("beneath"));
        double metre = width(drawn, "east") / 30;
        assertThat(width(drawn, "whole") / metre)
                .as("what lies partly beneath begins where the finer plans end")
                .isCloseTo(80, within(2.0));
        assertThat(width(drawn, "own") / metre).isCloseTo(80, within(2.0));
    }

    private static Map<Long, MvtDecoder.Feature> drawn() {
        VisibleType plans = type("mekansal_plan");
        VisibleType uses = type("plan_kullanim_alani");
        FinerPlans finer = new FinerPlans(
                plans,
                attribute(uses, "plan"),
                attribute(plans, "olcek"),
                attribute(plans, "mekansalPlanDuzeyi"),
                List.of("ustYerel", "yerel", "altYerel"),
                Cql2Text.parse("planSureci = 'yururlukte'"));
        TileStore.Layer layer =
                TileStore.Layer.of(uses, List.of("hilucsAraziKullanimi"), 0).beneath(finer);
        byte[] tile = new TileStore(new FeatureStore(CITY, CITY)).encode(EDITION, middle(), List.of(layer));
        return MvtDecoder.decode(tile).layer("plan_kullanim_alani").byId();
    }

    private static double width(Map<Long, MvtDecoder.Feature> drawn, String key) {
        Envelope box = new Envelope();
        Objects.requireNonNull(drawn.get(number(key))).parts().forEach(part -> part.forEach(box::expandToInclude));
        return box.getWidth();
    }

    private static long number(String use) {
        return TileStore.numberOf(FeatureId.of("test", "plan_kullanim_alani", use));
    }

    private static TileAddress middle() {
        Coordinate centre = Objects.requireNonNull(
                        EDITION.find("mekansal_plan").orElseThrow().extent())
                .centre();
        double tiles = Math.pow(2, ZOOM);
        double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(Objects.requireNonNull(centre).y) / 2)) / Math.PI;
        return new TileAddress(ZOOM, (int) ((centre.x + 180) / 360 * tiles), (int) ((1 - y) / 2 * tiles));
    }

    private static Edition publish() {
        load(
                plan("region", 25_000, "ustYerel", "yururlukte", 0, 200),
                plan("detail", 1_000, "altYerel", "yururlukte", 0, 100),
                plan("strip", null, "altYerel", "yururlukte", 100, 120),
                plan("draft", 1_000, "altYerel", "taslak", 150, 200),
                use("whole", "region", 0, 200),
                use("beneath", "region", 20, 60),
                use("east", "region", 160, 190),
                use("own", "detail", 10, 90));
        Publisher publisher =
                new Publisher(CITY, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 1, 1), "test"));
        long release = publisher.publish("test", "test", Progress.silent()).number();
        return new Editions(JdbcClient.create(CITY)).find(release).orElseThrow();
    }

    private static FeatureRecord plan(
            String key, @Nullable Integer scale, String level, String stage, double west, double east) {
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
                scale);
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

    private static VisibleType type(String name) {
        Edition.Entry entry = EDITION.find(name).orElseThrow();
        var fields = entry.model().attributesOf(entry.type()).stream()
                .map(Attribute::name)
                .collect(Collectors.toSet());
        Grant grant = new Grant("test", Grant.Audience.NAMED, Map.of(name, Grant.TypeGrant.of(fields)));
        return VisibleType.find(EDITION, grant, name).orElseThrow();
    }

    private static Attribute attribute(VisibleType type, String name) {
        return type.attribute(name).orElseThrow();
    }

    private static void load(FeatureRecord... records) {
        new Importer(CITY, TestCity.MODEL, TestCity.SRID).run(ListSource.of(records), "test", Progress.silent());
    }
}
