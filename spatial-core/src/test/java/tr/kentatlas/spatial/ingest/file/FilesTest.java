package tr.kentatlas.spatial.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.CollectingSink;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.ImportReport;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.StorageCrs;
import tr.kentatlas.spatial.progress.Progress;

class FilesTest {
    private static final String SQUARE = """
            {"type":"Polygon","coordinates":[[[33,39.9],[33.0001,39.9],[33.0001,39.9001],[33,39.9]]]}""";

    @TempDir
    private Path folder;

    @Test
    void propertiesMayHaveTheirOfficialNamesOrTheirColumns() {
        var sink = read(
                "bina.geojson",
                collection(feature("1", "\"zeminUstuKatSayisi\":5,\"adi\":\"Işık Apt.\",\"renk\":\"mor\"", SQUARE) + ","
                        + feature("2", "\"kat_ustu\":\"4\",\"tamamlanma\":\"1.3.1987\",\"surumNo\":8", SQUARE)));
        assertThat(sink.of("bina").get(0).values()).isEqualTo(Map.of("kat_ustu", 5, "adi", "Işık Apt."));
        assertThat(sink.of("bina").get(1).values())
                .isEqualTo(Map.of("kat_ustu", 4, "tamamlanma", LocalDate.of(1987, 3, 1), "surum_no", 8));
        assertThat(sink.of("bina").get(0).id()).isEqualTo(FeatureId.of("bina", "bina", "1"));
        assertThat(sink.skipped).isEqualTo(Map.of("property bina.renk", 1));
    }

    @Test
    void aUuidIsTheFeaturesOwnNumber() {
        UUID own = UUID.randomUUID();
        var sink = read(
                "x.geojson",
                collection(feature("\"" + own + "\"", "", SQUARE)).replaceFirst("\\{", "{\"name\":\"BINA\","));
        assertThat(sink.one("bina").id()).isEqualTo(own);
    }

    @Test
    void featuresMayStandInAFileOneAfterTheOther() {
        String door = feature("3", "", "{\"type\":\"Point\",\"coordinates\":[33,39.9]}")
                .replaceFirst("\\{", "{\"featureType\":\"numarataj\",");
        var sink = read("bina.json", feature("1", "", SQUARE) + "\n" + door + "\n" + feature("2", "", SQUARE) + "\n");
        assertThat(sink.of("bina")).hasSize(2);
        assertThat(sink.of("numarataj")).hasSize(1);
    }

    @Test
    void aByteOrderMarkIsNoText() {
        var sink = read("bina.json", "\uFEFF" + collection(feature("1", "\"adi\":\"İĞDIR ğüşöçı\"", SQUARE)));
        assertThat(sink.one("bina").values()).containsEntry("adi", "İĞDIR ğüşöçı");
    }

    @Test
    void aUuidMayStandInBracesAsGdalWritesIt() {
        String uuid = "8fa1dbc7-d9dd-8295-b3fc-ea4e3f5aa858";
        String braced = "{" + uuid.toUpperCase(Locale.ROOT) + "}";
        var sink = read(
                "bina.geojson", collection(feature("\"" + braced + "\"", "\"parsel\":[\"" + braced + "\"]", SQUARE)));
        assertThat(sink.notes).isEmpty();
        assertThat(sink.one("bina").id()).isEqualTo(UUID.fromString(uuid));
        assertThat(sink.one("bina").values()).containsEntry("parsel", List.of(UUID.fromString(uuid)));
    }

    @Test
    void aSecondGeometryIsReadOrNoted() {
        String point = "{\"type\":\"Point\",\"coordinates\":[%s,39.9]}";
        var sink = read(
                "idari_birim.geojson",
                collection(feature("1", "\"IdariMerkez_geometri\":" + point.formatted("33"), SQUARE) + ","
                        + feature("2", "\"merkez_geom\":" + point.formatted("NaN"), SQUARE) + ","
                        + feature("3", "\"merkez_geom\":{\"type\":\"Daire\"}", SQUARE) + ","
                        + feature("4", "\"merkez_geom\":7", SQUARE)));
        assertThat(sink.of("idari_birim").getFirst().values().get("merkez_geom"))
                .hasToString("POINT (33 39.9)");
        assertThat(sink.notes)
                .containsExactly(
                        "idari_birim 2 IdariMerkez_geometri: its coordinates are no numbers",
                        "idari_birim 3 IdariMerkez_geometri: 'Daire' is no GeoJSON geometry type",
                        "idari_birim 4 IdariMerkez_geometri: its geometry is no object");
    }

    @Test
    void badValuesAreNotedAndBadStructuresRejected() {
        var sink = read(
                "bina.geojson",
                collection(feature("1", "\"kat_ustu\":2.5,\"parsel\":[\"x\"],\"adi\":{\"a\":1}", SQUARE)
                        + "," + feature("2", "", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}")
                        + "," + feature("3", "", "{\"type\":\"Polygon\",\"coordinates\":[[0,0],[1,0],[1,1],[0,0]]}")
                        + "," + feature("4", "", "{\"type\":\"Point\",\"coordinates\":[\"33\",39]}")
                        + "," + feature("5", "", "{\"type\":\"Daire\"}")));
        assertThat(sink.notes)
                .containsExactlyInAnyOrder(
                        "bina 1 zeminUstuKatSayisi: '2.5' is no whole number in range",
                        "bina 1 parsel: 'x' is no UUID",
                        "bina 1 adi: it is not one plain value");
        assertThat(sink.rejects)
                .containsExactly(
                        "bina 2: a ring is not closed",
                        "bina 3: its coordinates are nested in the wrong way",
                        "bina 4: a position is not two numbers",
                        "bina 5: 'Daire' is no GeoJSON geometry type");
        assertThat(sink.of("bina")).hasSize(1);
    }

    @Test
    void impossibleCoordinatesAreRejectedByTheImport() {
        var report = load(open(
                "numarataj.geojson",
                collection(feature("1", "", "{\"type\":\"Point\",\"coordinates\":[NaN,39]}")
                        + "," + feature("2", "", "{\"type\":\"Point\",\"coordinates\":[1e400,39]}")
                        + "," + feature("3", "", "{\"type\":\"Point\",\"coordinates\":[500000,4400000]}")
                        + "," + feature("4", "", "{\"type\":\"Point\",\"coordinates\":[33,39.9]}"))));
        assertThat(report.counts("numarataj")).isEqualTo(new ImportReport.TypeCounts(4, 1, 0, 0, 3));
    }

    @Test
    void theCrsMemberOfTheOldFormatIsHonoured() {
        String crs = "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::5255\"}},";
        String point = "{\"type\":\"Point\",\"coordinates\":[500000,4417000]}";
        var source =
                open("numarataj.geojson", collection(feature("1", "", point)).replaceFirst("\\{", crs));
        assertThat(source.srid()).isEqualTo(5255);
        assertThat(StorageCrs.forExtent(source.extent().orElseThrow())).isEqualTo(5255);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bina.geojson | {\"type\":\"FeatureCollection\",\"features\":[{ | no complete JSON",
                "bina.geojson | {\"type\":\"Topology\"} | no GeoJSON",
                "bina.geojson | {\"a\":1,, | no complete JSON",
                "bina.geojson | {\"type\":\"FeatureCollection\",\"features\":[]} {\"type\":\"FeatureCollection\"} | goes on after",
                "bina.geojson | {\"type\":\"Feature\"} {\"type\":\"FeatureCollection\"} | is no feature",
                "bina.geojson | {\"type\":\"Feature\"} 7 | is no feature",
                "bina.geojson | <!DOCTYPE html><html> | a web page",
                "bina.zip | PK.. | zip archive",
                "bina.gpkg | hello | no known format"
            })
    void whatCannotBeReadIsRefusedInOneSentence(String name, String text, String reason) {
        assertThatThrownBy(() -> CollectingSink.of(open(name, text)))
                .isInstanceOf(BrokenSourceException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(name);
    }

    @Test
    void emptyFilesDirectoriesAndUnknownTypesAreRefused() {
        assertThatThrownBy(() -> open("bina.geojson", "")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Sources.open(folder, TestCity.MODEL)).hasMessageContaining("directory");
        assertThatThrownBy(() -> Sources.open(folder.resolve("none"), TestCity.MODEL))
                .hasMessageContaining("no file");
        assertThatThrownBy(() -> read("rakamlar.geojson", collection(feature("1", "", SQUARE))))
                .hasMessageContaining("feature type");
        assertThatThrownBy(() -> open("bina.gpkg", "SQLite format 3\0 and then nothing"))
                .isInstanceOf(BrokenSourceException.class);
    }

    @Test
    void aGeoPackageInEd50ComesThroughPostgis() throws Exception {
        Path source = write("bina.geojson", collection(feature("7", "\"kat_ustu\":5,\"adi\":\"Şükrü Bey\"", SQUARE)));
        Path file = folder.resolve("kent.gpkg");
        ogr("-f", "GPKG", "-t_srs", "EPSG:2321", "-nln", "bina", file.toString(), source.toString());
        FeatureSource reader = Sources.open(file, TestCity.MODEL);
        assertThat(reader.srid()).isEqualTo(2321);
        assertThat(StorageCrs.forExtent(reader.extent().orElseThrow())).isEqualTo(5255);
        var city = TestCity.empty();
        var importer = new Importer(city, TestCity.MODEL, TestCity.SRID);
        assertThat(importer.run(reader, "tester", Progress.silent())
                        .counts("bina")
                        .inserted())
                .isEqualTo(1);
        assertThat(importer.run(Sources.open(file, TestCity.MODEL), "tester", Progress.silent())
                        .counts("bina")
                        .unchanged())
                .isEqualTo(1);
        var row = JdbcClient.create(city)
                .sql(
                        "SELECT adi, kat_ustu, round(ST_X(ST_Transform(ST_Centroid(geom), 4326))::numeric, 3)::float8 AS lon "
                                + "FROM working.bina")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("adi", "Şükrü Bey")
                .containsEntry("kat_ustu", 5)
                .containsEntry("lon", 33.0);
    }

    @Test
    void aSecondGeometryOfAGeoPackageIsRead() throws Exception {
        Path source = write("idari_birim.geojson", collection(feature("7", "\"merkez_ad\":\"Çınarlı\"", SQUARE)));
        Path file = folder.resolve("kent.gpkg");
        ogr("-f", "GPKG", "-lco", "SPATIAL_INDEX=NO", "-nln", "idari_birim", file.toString(), source.toString());
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement()) {
            statement.execute("ALTER TABLE idari_birim ADD COLUMN merkez_geom BLOB");
            statement.execute("UPDATE idari_birim SET merkez_geom = x'47500001E6100000"
                    + "0101000000000000000080404000000000000044C0'");
        }
        var sink = CollectingSink.of(Sources.open(file, TestCity.MODEL));
        assertThat(sink.one("idari_birim").values().get("merkez_geom")).hasToString("POINT (33 -40)");
    }

    @Test
    void aSecondGeometryOfAGeoPackageMayBeWkt() throws Exception {
        Path source = write(
                "idari_birim.geojson",
                collection(feature("7", "\"IdariMerkez_geometri\":\"POINT(33 -40)\"", SQUARE) + ","
                        + feature("8", "\"IdariMerkez_geometri\":\"NOKTA(33 -40)\"", SQUARE)));
        Path file = folder.resolve("kent.gpkg");
        ogr("-f", "GPKG", "-nln", "idari_birim", file.toString(), source.toString());
        var sink = CollectingSink.of(Sources.open(file, TestCity.MODEL));
        assertThat(sink.of("idari_birim").getFirst().values().get("merkez_geom"))
                .hasToString("POINT (33 -40)");
        assertThat(sink.notes)
                .singleElement()
                .asString()
                .contains("IdariMerkez_geometri: it is no WKT: Unknown geometry type");
    }

    @Test
    void aGeoPackageThatDoesNotTellItsCrsIsRefused() throws Exception {
        Path source = write("bina.geojson", collection(feature("7", "", SQUARE)));
        Path file = folder.resolve("kent.gpkg");
        ogr("-f", "GPKG", "-nln", "bina", file.toString(), source.toString());
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement()) {
            statement.execute("UPDATE gpkg_geometry_columns SET srs_id = -1");
        }
        assertThatThrownBy(() -> Sources.open(file, TestCity.MODEL))
                .isInstanceOf(BrokenSourceException.class)
                .hasMessageContaining("does not say in which EPSG");
    }

    @Test
    void aLayerOfNoTypeIsNamedInTheRefusal() throws Exception {
        Path source = write("bina.geojson", collection(feature("7", "", SQUARE)));
        Path file = folder.resolve("kent.gpkg");
        ogr("-f", "GPKG", "-nln", "yapilar", file.toString(), source.toString());
        assertThatThrownBy(() -> Sources.open(file, TestCity.MODEL)).hasMessageContaining("'yapilar'");
    }

    private static void ogr(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ogr2ogr", "-q"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static ImportReport load(FeatureSource source) {
        return new Importer(TestCity.empty(), TestCity.MODEL, TestCity.SRID).run(source, "tester", Progress.silent());
    }

    private CollectingSink read(String name, String text) {
        return CollectingSink.of(open(name, text));
    }

    private FeatureSource open(String name, String text) {
        return Sources.open(write(name, text), TestCity.MODEL);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String feature(String id, String properties, String geometry) {
        return "{\"type\":\"Feature\",\"id\":%s,\"properties\":{%s},\"geometry\":%s}"
                .formatted(id, properties, geometry);
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }
}
