package tr.kentatlas.spatial.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.CollectingSink;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.StorageCrs;
import tr.kentatlas.spatial.progress.Progress;

class OsmPbfSourceTest {
    private static final double CELL = 1e-4 * 1e-4;

    @TempDir
    private Path folder;

    @Test
    void aBuildingTellsItsFloorsNameAndYear() {
        var bina = read(new TestMap()
                        .square(
                                1,
                                0,
                                0,
                                2,
                                "building",
                                "apartments",
                                "building:levels",
                                "5",
                                "name",
                                "Çınar Apartmanı",
                                "start_date",
                                "1987"))
                .one("bina");
        assertThat(bina.id()).isEqualTo(Osm.id("bina", "way/1"));
        assertThat(bina.values())
                .containsEntry("kat_ustu", 5)
                .containsEntry("adi", "Çınar Apartmanı")
                .containsEntry("tamamlanma", java.time.LocalDate.of(1987, 1, 1))
                .containsEntry("kullanim_alt_turu", "moreThanTwoDwelling")
                .containsEntry("kaynak", "osm")
                .containsEntry("kaynak_kimlik", "way/1");
    }

    @Test
    void aRelationWithAHoleAndAnIslandInItIsOneMultiPolygon() {
        var bina = read(new TestMap()
                        .square(1, 0, 0, 10)
                        .square(2, 2, 2, 6)
                        .square(3, 4, 4, 2)
                        .relation(
                                9, List.of("1:outer", "2:inner", "3:outer"), "type", "multipolygon", "building", "yes"))
                .one("bina");
        assertThat(area(bina)).isCloseTo((100 - 36 + 4) * CELL, org.assertj.core.data.Percentage.withPercentage(0.01));
        assertThat(shape(bina).getNumGeometries()).isEqualTo(2);
        assertThat(shape(bina).isValid()).isTrue();
    }

    @Test
    void ringsInPiecesThatTouchInANodeAreTwoPolygons() {
        var map = new TestMap()
                .node(1, 0, 0)
                .node(2, 4, 0)
                .node(3, 4, 4)
                .node(4, 0, 4)
                .node(5, 8, 4)
                .node(6, 8, 8)
                .node(7, 4, 8)
                .way(1, new long[] {1, 2, 3})
                .way(2, new long[] {1, 4, 3})
                .way(3, new long[] {3, 5, 6})
                .way(4, new long[] {3, 7, 6})
                .relation(
                        9,
                        List.of("1:outer", "3:outer", "2:outer", "4:outer"),
                        "type",
                        "multipolygon",
                        "building",
                        "yes");
        var bina = read(map).one("bina");
        assertThat(area(bina)).isCloseTo(32 * CELL, org.assertj.core.data.Percentage.withPercentage(0.01));
        assertThat(shape(bina).isValid()).isTrue();
    }

    @Test
    void anOlderRelationTakesTheTagsOfItsOuterWayWhichIsThenNoBuildingOfItsOwn() {
        var bina = read(new TestMap()
                        .square(1, 0, 0, 10, "building", "yes", "name", "Han")
                        .square(2, 2, 2, 6)
                        .relation(9, List.of("1:outer", "2:inner"), "type", "multipolygon"))
                .one("bina");
        assertThat(bina.id()).isEqualTo(Osm.id("bina", "relation/9"));
        assertThat(area(bina)).isCloseTo(64 * CELL, org.assertj.core.data.Percentage.withPercentage(0.01));
    }

    @Test
    void brokenShapesAreRejectedWithTheirReason() {
        var sink = read(new TestMap()
                .node(1, 0, 0)
                .node(2, 4, 0)
                .node(3, 4, 4)
                .way(1, new long[] {1, 2, 3}, "building", "yes")
                .way(2, new long[] {1, 2, 99, 1}, "building", "yes")
                .way(3, new long[] {1, 2, 3})
                .relation(8, List.of("3:outer"), "type", "multipolygon", "building", "yes")
                .relation(9, List.of("77:outer"), "type", "multipolygon", "building", "yes"));
        assertThat(sink.records).isEmpty();
        assertThat(sink.rejects)
                .containsExactlyInAnyOrder(
                        "bina way/1: the outline is not closed",
                        "bina way/2: node 99 is not in the file",
                        "bina relation/8: the outline is not closed at node 3",
                        "bina relation/9: way 77 of its outline is not in the file");
    }

    @Test
    void aSelfIntersectingBuildingGetsIn() {
        var map = new TestMap()
                .node(1, 0, 0)
                .node(2, 4, 4)
                .node(3, 4, 0)
                .node(4, 0, 4)
                .way(1, new long[] {1, 2, 3, 4, 1}, "building", "yes");
        assertThat(shape(read(map).one("bina")).isValid()).isFalse();
    }

    @Test
    void aBadValueIsNotedAndTheBuildingGetsIn() {
        var sink =
                read(new TestMap().square(1, 0, 0, 2, "building", "yes", "building:levels", "çok", "height", "12,5 m"));
        assertThat(sink.one("bina").values()).doesNotContainKey("kat_ustu").containsEntry("yukseklik", 12.5);
        assertThat(sink.notes).containsExactly("bina way/1 zeminUstuKatSayisi: 'çok' is no whole number in range");
    }

    @Test
    void crossingRoadsAreCutAtTheirJunctionAndHaveTwoSides() {
        var sink = read(cross());
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
        var sink = read(cross().square(20, 1, 6, 2, "building", "yes")
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
        var sink = read(cross().square(50, -50, -50, 200)
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

    @Test
    void aPartBelongsToTheOneBuildingAroundIt() {
        var sink = read(new TestMap()
                .square(1, 0, 0, 10, "building", "yes")
                .square(2, 1, 1, 3, "building:part", "yes", "building:levels", "9")
                .square(3, 50, 50, 3, "building:part", "yes"));
        assertThat(sink.one("bina_blok").values())
                .containsEntry("bina", Osm.id("bina", "way/1"))
                .containsEntry("kat_ustu", 9);
        assertThat(sink.skipped).containsEntry("building:part without a building", 1);
    }

    @Test
    void whatTheModelHasNoPlaceForIsCountedByKind() {
        var sink = read(new TestMap()
                .node(1, 0, 0, "power", "tower")
                .node(2, 1, 1, "power", "tower")
                .node(3, 2, 2, "amenity", "pharmacy", "name", "Şifa"));
        assertThat(sink.skipped).containsEntry("power=tower", 2);
        assertThat(sink.one("kamu_hizmeti").values())
                .containsEntry("tip", "saglik")
                .containsEntry("alt_tip", "eczane");
    }

    @Test
    void theHeadersBoxChoosesTheStorageCrs() {
        var source = new OsmPbfSource(
                new TestMap().bound().node(1, 0, 0).write(folder.resolve("a.osm.pbf")), TestCity.MODEL);
        assertThat(StorageCrs.forExtent(source.extent().orElseThrow())).isEqualTo(5255);
    }

    @Test
    void withoutABoxInTheHeaderTheNodesTellTheExtent() {
        var source = new OsmPbfSource(
                new TestMap().node(1, 0, 0).node(2, 10, 10).write(folder.resolve("b.osm.pbf")), TestCity.MODEL);
        assertThat(source.extent().orElseThrow().getMaxX()).isEqualTo(32.851);
    }

    @Test
    void aFileCutOffOrDamagedAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(cross().write(folder.resolve("whole.osm.pbf")));
        for (int length : List.of(20, whole.length / 2, whole.length - 1)) {
            Path cut = Files.write(folder.resolve("cut.osm.pbf"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> CollectingSink.of(new OsmPbfSource(cut, TestCity.MODEL)))
                    .as("cut at %s of %s", length, whole.length)
                    .isInstanceOf(BrokenSourceException.class)
                    .hasMessageContaining("cut.osm.pbf");
        }
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, whole.length - 60, whole.length - 20, (byte) 0x55);
        Path file = Files.write(folder.resolve("damaged.osm.pbf"), damaged);
        assertThatThrownBy(() -> CollectingSink.of(new OsmPbfSource(file, TestCity.MODEL)))
                .isInstanceOf(BrokenSourceException.class);
    }

    @Test
    void theSecondImportChangesNothingAndTheLicenceIsKept() {
        Path file = cross().square(20, 1, 6, 2, "building", "yes").write(folder.resolve("twice.osm.pbf"));
        var city = TestCity.empty();
        var importer = new Importer(city, TestCity.MODEL, TestCity.SRID);
        var first = importer.run(new OsmPbfSource(file, TestCity.MODEL), "tester", Progress.silent());
        var second = importer.run(new OsmPbfSource(file, TestCity.MODEL), "tester", Progress.silent());
        assertThat(first.counts("bina").inserted()).isEqualTo(1);
        assertThat(second.types().values()).allMatch(c -> c.unchanged() == c.read());
        assertThat(JdbcClient.create(city)
                        .sql("SELECT DISTINCT attribution FROM ingest.import")
                        .query(String.class)
                        .single())
                .isEqualTo("© OpenStreetMap contributors, ODbL 1.0");
    }

    @Test
    void nodesInAnyOrderAreFound() {
        try (NodeStore nodes = new NodeStore()) {
            for (long id = 0; id < 1000; id++) nodes.add(id * 7919 % 1000, 30 + id / 1e4, 40, 0);
            nodes.seal();
            for (long id = 0; id < 1000; id++)
                assertThat(nodes.id(nodes.find(id))).isEqualTo(id);
            assertThat(nodes.find(1000)).isEqualTo(-1);
        }
    }

    /** Lale Sokağı runs east, Atatürk Bulvarı north; they cross in node 3. */
    private static TestMap cross() {
        return new TestMap()
                .node(1, 0, 5)
                .node(2, 10, 5)
                .node(3, 5, 5)
                .node(4, 5, 0)
                .node(5, 5, 10)
                .way(1, new long[] {1, 3, 2}, "highway", "residential", "name", "Lale Sokağı")
                .way(2, new long[] {4, 3, 5}, "highway", "primary", "name", "Atatürk Bulvarı");
    }

    private CollectingSink read(TestMap map) {
        return CollectingSink.of(new OsmPbfSource(map.bound().write(folder.resolve("map.osm.pbf")), TestCity.MODEL));
    }

    private static double area(FeatureRecord entry) {
        return shape(entry).getArea();
    }

    private static Geometry shape(FeatureRecord entry) {
        return java.util.Objects.requireNonNull(entry.geometry());
    }
}
