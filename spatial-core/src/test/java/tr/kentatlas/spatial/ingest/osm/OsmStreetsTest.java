package tr.kentatlas.spatial.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.CollectingSink;

/** Roads, the doors beside them, and the units they lie in. */
class OsmStreetsTest {
    @TempDir
    private Path folder;

    @Test
    void crossingRoadsAreCutAtTheirJunctionAndHaveTwoSides() {
        var sink = read(TestMap.cross());
        assertThat(sink.of("yol_orta_hat")).hasSize(4);
        assertThat(sink.of("yol_orta_hat_yon")).hasSize(8);
        assertThat(sink.of("yol"))
                .extracting(r -> r.values().get("ad"))
                .containsExactlyInAnyOrder("Lale Sokağı", "Atatürk Bulvarı");
        assertThat(sink.of("yol")).extracting(r -> r.values().get("tip")).containsExactlyInAnyOrder("4", "2");
        assertThat(sink.of("yol_dugumu"))
                .extracting(r -> r.values().get("dugum_tipi"))
                .containsExactlyInAnyOrder("junction", "roadEnd", "roadEnd", "roadEnd", "roadEnd");
        UUID junction = Osm.id("yol_dugumu", "node/3");
        assertThat(sink.of("yol_orta_hat"))
                .allMatch(l -> junction.equals(l.values().get("bas_dugum"))
                        || junction.equals(l.values().get("son_dugum")));
    }

    @Test
    void aBridgeOverARoadIsNoJunction() {
        var sink = read(new TestMap()
                .node(1, 0, 5)
                .node(2, 10, 5)
                .node(3, 5, 0)
                .node(4, 5, 10)
                .way(
                        1,
                        new long[] {1, 2},
                        "highway",
                        "primary",
                        "bridge",
                        "yes",
                        "layer",
                        "1",
                        "oneway",
                        "-1",
                        "maxspeed",
                        "50")
                .way(2, new long[] {3, 4}, "highway", "residential", "maxspeed", "walk"));
        assertThat(sink.of("yol_orta_hat")).hasSize(2);
        assertThat(sink.of("yol_orta_hat").getFirst().values())
                .containsEntry("dusey_konum", "suspendedOrElevated")
                .containsEntry("akis_yonu", "inOppositeDirection")
                .containsEntry("hiz_siniri", 50)
                .containsEntry("islevsel_sinif", "secondClass");
        assertThat(sink.notes).singleElement().asString().contains("'walk' is no speed");
    }

    @Test
    void aDoorFindsItsBuildingAndTheSideOfItsStreet() {
        var sink = read(TestMap.cross()
                .square(20, 1, 6, 2, "building", "yes")
                .node(300, 2, 7, "addr:housenumber", "12/A", "addr:street", "LALE SOKAĞI")
                .square(21, 6, 2, 2, "building", "yes", "addr:housenumber", "3;5", "addr:street", "Olmayan Sokak"));
        var door = sink.of("numarataj").getFirst();
        assertThat(door.values())
                .containsEntry("kapi_no", "12/A")
                .containsEntry("bina", Osm.id("bina", "way/20"))
                .containsEntry("yon", Osm.id("yol_orta_hat_yon", "way/1/1/sol"));
        assertThat(sink.of("numarataj"))
                .extracting(r -> r.values().get("kapi_no"))
                .containsExactly("12/A", "3", "5");
        assertThat(sink.skipped).containsEntry("address whose street is not found near it", 2);
    }

    @Test
    void aDoorStandsAtTheEntranceOfItsBuilding() {
        var map = new TestMap()
                .node(1, 0, 0)
                .node(2, 2, 0, "entrance", "main")
                .node(3, 4, 0)
                .node(4, 4, 4)
                .node(5, 0, 4)
                .way(1, new long[] {1, 2, 3, 4, 5, 1}, "building", "yes", "addr:housenumber", "7");
        var door = read(map).one("numarataj");
        assertThat(door.values()).containsEntry("konum_belirtimi", "entrance");
        assertThat(shape(door).getCoordinate().x).isEqualTo(32.8502);
    }

    @Test
    void unitsKnowTheUnitAboveThemAndTheirStreets() {
        var sink = read(TestMap.cross()
                .square(50, -50, -50, 200)
                .square(51, -20, -20, 60)
                .node(900, 0, 0, "name", "Kızılay")
                .relation(
                        1,
                        List.of("50:outer"),
                        "type",
                        "boundary",
                        "boundary",
                        "administrative",
                        "admin_level",
                        "6",
                        "name",
                        "Çankaya")
                .relation(
                        2,
                        List.of("51:outer", "n900:admin_centre"),
                        "type",
                        "boundary",
                        "boundary",
                        "administrative",
                        "admin_level",
                        "8",
                        "name",
                        "Kızılay Mahallesi"));
        UUID ilce = Osm.id("idari_birim", "relation/1");
        UUID mahalle = Osm.id("idari_birim", "relation/2");
        var unit = sink.of("idari_birim").stream()
                .filter(r -> mahalle.equals(r.id()))
                .findFirst()
                .orElseThrow();
        assertThat(unit.values())
                .containsEntry("duzey", "mahalle")
                .containsEntry("ust_birim", ilce)
                .containsEntry("merkez_ad", "Kızılay");
        assertThat(sink.of("yol")).allMatch(y -> ilce.equals(y.values().get("belediye")));
        assertThat(sink.of("yol_orta_hat_yon"))
                .allMatch(y -> mahalle.equals(y.values().get("mahalle")));
    }

    private CollectingSink read(TestMap map) {
        return CollectingSink.of(new OsmPbfSource(map.bound().write(folder.resolve("map.osm.pbf")), TestCity.MODEL));
    }

    private static Geometry shape(FeatureRecord entry) {
        return Objects.requireNonNull(entry.geometry());
    }
}
