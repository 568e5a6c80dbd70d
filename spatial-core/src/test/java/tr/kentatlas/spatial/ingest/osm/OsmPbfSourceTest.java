package tr.kentatlas.spatial.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Attribution;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.CollectingSink;
import tr.kentatlas.spatial.ingest.ImportBook;
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
                .containsEntry("tamamlanma", LocalDate.of(1987, 1, 1))
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
        assertThat(area(bina)).isCloseTo((100 - 36 + 4) * CELL, withPercentage(0.01));
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
        assertThat(area(bina)).isCloseTo(32 * CELL, withPercentage(0.01));
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
        assertThat(area(bina)).isCloseTo(64 * CELL, withPercentage(0.01));
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
        assertThat(sink.one("bina").values())
                .doesNotContainKey("kat_ustu")
                .containsEntry("yukseklik", 12.5)
                .containsEntry("ref_alt", "generalGround")
                .containsEntry("ref_ust", "highestPoint");
        assertThat(sink.notes).containsExactly("bina way/1 zeminUstuKatSayisi: 'çok' is no whole number in range");
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
        byte[] whole = Files.readAllBytes(TestMap.cross().write(folder.resolve("whole.osm.pbf")));
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
        Path file = TestMap.cross().square(20, 1, 6, 2, "building", "yes").write(folder.resolve("twice.osm.pbf"));
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
        assertThat(new ImportBook(city).attributions())
                .containsExactly(new Attribution(
                        "© OpenStreetMap contributors, ODbL 1.0", "https://www.openstreetmap.org/copyright"));
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

    private CollectingSink read(TestMap map) {
        return CollectingSink.of(new OsmPbfSource(map.bound().write(folder.resolve("map.osm.pbf")), TestCity.MODEL));
    }

    private static double area(FeatureRecord entry) {
        return shape(entry).getArea();
    }

    private static Geometry shape(FeatureRecord entry) {
        return Objects.requireNonNull(entry.geometry());
    }
}
