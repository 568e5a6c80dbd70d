package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.delivery.MapViews;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Editions;

/** What GeoServer does with layers, styles in use and groups, over the real database, and how the client comes through it. */
class StubDataFactsTest {
    @SuppressWarnings("NullAway.Init")
    private static SetUpCity city;

    @SuppressWarnings("NullAway.Init")
    private static RestCalls rest;

    @BeforeAll
    static void setUp() {
        city = new SetUpCity();
        city.apply();
        rest = new RestCalls(city.address());
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void fact8AReplacedStoreIsWhole() {
        Stores stores = new Stores(rest, "r1");
        Map<String, String> parameters = city.store().parameters("r1", "acik_harita_1");
        stores.change(parameters);
        assertThat(stores.isAsWanted(parameters)).isTrue();
        assertThat(stores.find().orElseThrow().get("passwd")).startsWith("crypt1:");
        assertThatThrownBy(() -> stores.change(Map.of("host", "127.0.0.1"))).isInstanceOf(GeoServerTrouble.class);
        assertThat(stores.isAsWanted(parameters)).isFalse();
        stores.change(parameters);
    }

    @Test
    void facts9And10ALayerIsMeasuredAndAnEmptyOneGetsTheCitysBox() {
        Layers layers = new Layers(rest, "r1");
        assertThat(layers.find("bina").orElseThrow().crs()).isEqualTo("EPSG:5255");
        assertThat(layers.find("bina").orElseThrow().box().getWidth()).isGreaterThan(100);
        List<String> empty = city.workspace(1).types.keySet().stream()
                .filter(name -> city.database()
                                .sql("SELECT count(*) FROM acik_harita_1." + name)
                                .query(Long.class)
                                .single()
                        == 0)
                .toList();
        assertThat(empty)
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(layers.find(name).orElseThrow().box().getWidth())
                                .isGreaterThan(100));
        layers.measure("bina", 5255, new Envelope(0, 1, 0, 1), new Envelope(0, 1, 0, 1));
        assertThat(layers.find("bina").orElseThrow().box().getWidth()).isEqualTo(1);
        layers.measure("bina");
        assertThat(layers.find("bina").orElseThrow().box().getWidth()).isGreaterThan(100);
    }

    @Test
    void fact11ALayerOfNothingIsRefusedAndMakesNoTable() {
        WantedLayer real = wanted();
        WantedLayer none = new WantedLayer(
                "x", new MapViews.View("yok", real.view().select()), real.sld(), real.content(), real.embedded());
        assertThatThrownBy(() -> new Layers(rest, "r1").make(none, 5255))
                .isInstanceOf(GeoServerTrouble.class)
                .hasMessageContaining("r1:yok");
    }

    @Test
    void facts12And16AGroupHoldsItsLayersAndIsChangedWithAsManyStyles() {
        Groups groups = new Groups(rest, "r1");
        List<String> members = groups.find().orElseThrow();
        assertThat(members).contains("bina").hasSizeGreaterThan(10);
        assertThatThrownBy(() -> new Layers(rest, "r1").remove("bina")).hasMessageContaining("layer group");
        groups.change(List.of("bina"), 5255, new Envelope(0, 1, 0, 1));
        assertThat(groups.find()).hasValue(List.of("bina"));
        groups.change(members, 5255, new Envelope(0, 1, 0, 1));
        assertThat(groups.find()).hasValue(members);
        assertThatThrownBy(() -> groups.make(List.of("yok"))).hasMessageContaining("NullPointerException");
    }

    @Test
    void fact14AStyleInUseIsNotRemoved() {
        assertThatThrownBy(() -> new Styles(rest, "r1").remove("bina")).hasMessageContaining("in use");
        new Styles(rest, "r1").remove("yok");
    }

    @Test
    void fact15AnUnknownDefaultStyleIsNoticed() {
        assertThatThrownBy(() -> new Layers(rest, "r1").setDefaultStyle("bina", "yok"))
                .isInstanceOf(GeoServerTrouble.class)
                .hasMessageContaining("r1:bina");
        assertThat(new Layers(rest, "r1").defaultStyle("bina")).hasValue("bina");
    }

    @Test
    void fact5WhatIsThereAlreadyIsTakenForDone() {
        new Workspaces(rest).make("r1");
        new Layers(rest, "r1").make(wanted(), 5255);
        new Styles(rest, "r1").make("bina", wanted().sld());
        RestAnswer again = rest.send(
                HttpMethod.POST,
                Wording.of("geoserver.asked.style.make", "bina"),
                "/rest/workspaces/r1/styles.json?name=bina&raw=true",
                MediaType.parseMediaType("application/vnd.ogc.sld+xml"),
                new byte[] {'<'});
        assertThat(again.status()).isEqualTo(403);
        assertThat(city.provisioning().apply(Progress.silent()).steps()).isEmpty();
    }

    @Test
    void fact6AWorkspaceThatFailedHalfWayIsTakenAwayAgain() {
        assertThatThrownBy(() -> new Workspaces(rest).make("a b")).hasMessageContaining("Invalid URI syntax");
        assertThat(new Workspaces(rest).names()).doesNotContain("a b");
    }

    private static WantedLayer wanted() {
        var edition = new Editions(city.database()).find(1).orElseThrow();
        return new Wants(city.owner(), view -> List.of(), new MapViews(city.owner()))
                .of(edition, Progress.silent()).layers().stream()
                        .filter(layer -> layer.name().equals("bina"))
                        .findFirst()
                        .orElseThrow();
    }
}
