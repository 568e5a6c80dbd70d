package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Bbox;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.map.FinerPlans;
import tr.kentatlas.spatial.store.map.PictureStore;
import tr.kentatlas.spatial.store.map.TileStore;

class FinerPlansTest {
    private static final Edition EDITION = PlannedCity.EDITION;
    private static final WallReader READER = new WallReader(PlannedCity.SERVER, PlannedCity.SERVER);
    private static final int ZOOM = 15;
    private static final PictureStore.Area METRES =
            new PictureStore.InStorage(new Envelope(500_000, 501_000, 4_416_500, 4_417_500));

    @Test
    void whereFinerPlansLieTheBroaderOneIsNotDrawn() {
        Map<Long, MvtDecoder.Feature> drawn = drawn(Set.of());
        assertThat(drawn.keySet())
                .as("what lies wholly beneath a finer plan, or belongs to one that is not in force, is left out")
                .containsExactlyInAnyOrder(
                        number("whole"),
                        number("east"),
                        number("own"),
                        number("changed"),
                        number("beside"),
                        number("older"),
                        number("newer"),
                        number("undated"),
                        number("dated"));
        double metre = width(drawn, "east") / 30;
        assertThat(width(drawn, "whole") / metre)
                .as("what lies partly beneath begins where the finer plans end")
                .isCloseTo(80, within(2.0));
    }

    @Test
    void ofPlansOfOneScaleTheLaterIsDrawn() {
        Map<Long, MvtDecoder.Feature> drawn = drawn(Set.of());
        double metre = width(drawn, "east") / 30;
        assertThat(width(drawn, "changed") / metre).isCloseTo(40, within(2.0));
        assertThat(width(drawn, "own") / metre).isCloseTo(50, within(2.0));
    }

    @Test
    void aPlanWithoutADateCountsAsTheEarliestOfItsScale() {
        Map<Long, MvtDecoder.Feature> drawn = drawn(Set.of());
        double metre = width(drawn, "east") / 30;
        assertThat(width(drawn, "undated") / metre).isCloseTo(60, within(2.0));
        assertThat(width(drawn, "dated") / metre).isCloseTo(40, within(2.0));
    }

    @Test
    void plansThatShareABorderLeaveEachOtherWhole() throws ParseException {
        Map<Long, byte[]> pictured = pictured(METRES);
        assertThat(width(METRES, pictured, "older")).isCloseTo(100, within(0.1));
        assertThat(width(METRES, pictured, "newer")).isCloseTo(100.2, within(0.1));
    }

    @Test
    void aPlanOfWhichTheCallerSeesNoFeatureHidesNothing() {
        Map<Long, MvtDecoder.Feature> drawn = drawn(Set.of("beside", "changed"));
        double metre = width(drawn, "east") / 30;
        assertThat(width(drawn, "own") / metre).isCloseTo(80, within(2.0));
        assertThat(width(drawn, "whole") / metre).isCloseTo(100, within(2.0));
    }

    @Test
    void aPictureShowsTheSameOnTheGridAndInMetres() throws ParseException {
        for (PictureStore.Area area : List.of(new PictureStore.OnGrid(middle().bufferedBox()), METRES)) {
            Map<Long, byte[]> pictured = pictured(area);
            assertThat(pictured.keySet()).isEqualTo(drawn(Set.of()).keySet());
            assertThat(width(area, pictured, "own") / width(area, pictured, "east"))
                    .isCloseTo(50 / 30.0, within(0.05));
        }
    }

    @Test
    void whatIsToldOfAPlaceIsWhatIsDrawnThere() throws ParseException {
        var shapes = new HashMap<Long, Geometry>();
        for (var one : pictured(METRES).entrySet()) shapes.put(one.getKey(), new WKBReader().read(one.getValue()));
        Envelope all = new Envelope();
        shapes.values().forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
        Set<Set<Long>> seen = new HashSet<>();
        for (double x = all.getMinX() + 3.7; x < all.getMaxX(); x += 10) {
            Point place = new GeometryFactory().createPoint(new Coordinate(x, all.centre().y));
            Set<Long> told = told(place);
            assertThat(told)
                    .as("at %s", place)
                    .isEqualTo(shapes.entrySet().stream()
                            .filter(one -> one.getValue().covers(place))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()));
            seen.add(told);
        }
        assertThat(seen).as("different plans are met").hasSizeGreaterThan(6);
    }

    private static Set<Long> told(Point place) {
        VisibleType uses = uses(Set.of());
        Crs metres = Crs.epsg(TestCity.SRID);
        Bbox click = new Bbox(place.getX() - 0.1, place.getY() - 0.1, place.getX() + 0.1, place.getY() + 0.1, metres);
        Set<Long> told = new HashSet<>();
        new FeatureStore(READER)
                .nearest(
                        EDITION,
                        uses,
                        FeatureQuery.all("plan_kullanim_alani", Page.first(50)),
                        click,
                        finer(uses).around(EDITION, uses, click),
                        feature -> told.add(TileStore.numberOf(feature.id())));
        return told;
    }

    private static Map<Long, byte[]> pictured(PictureStore.Area area) {
        Map<Long, byte[]> pictured = new HashMap<>();
        var question =
                PictureStore.PictureQuestion.of(uses(Set.of()), area, List.of()).beneath(finer(uses(Set.of())));
        new PictureStore(READER).read(EDITION, question, (number, shape, values) -> pictured.put(number, shape));
        return pictured;
    }

    private static double width(PictureStore.Area area, Map<Long, byte[]> pictured, String key) throws ParseException {
        byte[] shape = Objects.requireNonNull(pictured.get(number(key)));
        if (area instanceof PictureStore.InStorage)
            return new WKBReader().read(shape).getEnvelopeInternal().getWidth();
        GridBox box = GridGeometry.box(shape);
        return box.maxX() - box.minX();
    }

    private static Map<Long, MvtDecoder.Feature> drawn(Set<String> hidden) {
        VisibleType uses = uses(hidden);
        TileStore.Layer layer =
                TileStore.Layer.of(uses, List.of("hilucsAraziKullanimi"), 0).beneath(finer(uses));
        byte[] tile = new TileStore(READER).encode(EDITION, middle(), List.of(layer));
        return MvtDecoder.decode(tile).layer("plan_kullanim_alani").byId();
    }

    private static FinerPlans finer(VisibleType uses) {
        VisibleType plans = type("mekansal_plan", Set.of());
        return new FinerPlans(
                plans,
                attribute(uses, "plan"),
                attribute(plans, "olcek"),
                attribute(plans, "mekansalPlanDuzeyi"),
                List.of("ustYerel", "yerel", "altYerel"),
                attribute(plans, "yururlugeGirisTarihi"),
                Cql2Text.parse("planSureci = 'yururlukte'"));
    }

    private static VisibleType uses(Set<String> hidden) {
        return type("plan_kullanim_alani", hidden);
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

    private static VisibleType type(String name, Set<String> hidden) {
        Edition.Entry entry = EDITION.find(name).orElseThrow();
        var fields = entry.model().attributesOf(entry.type()).stream()
                .map(Attribute::name)
                .collect(Collectors.toSet());
        Grant.TypeGrant all = Grant.TypeGrant.of(fields);
        Grant.TypeGrant granted = hidden.isEmpty() ? all : all.where(Cql2Text.parse(not(name, hidden)));
        Grant grant = new Grant("test", Grant.Audience.NAMED, Map.of(name, granted));
        return VisibleType.find(EDITION, grant, name).orElseThrow();
    }

    private static String not(String type, Set<String> hidden) {
        return hidden.stream()
                .map(key -> "'" + FeatureId.of("test", type, key) + "'")
                .collect(Collectors.joining(",", "NOT (tucbsNo IN (", "))"));
    }

    private static Attribute attribute(VisibleType type, String name) {
        return type.attribute(name).orElseThrow();
    }
}
