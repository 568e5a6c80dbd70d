package tr.kentatlas.spatial.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.ingest.CollectingSink;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.ImportReport;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.file.Sources;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.progress.Progress;

class GeoJsonCityTest {
    @TempDir
    private Path folder;

    private final SampleCity city = SampleCity.of(Size.SMALL, 5);

    @Test
    void theFilesLoadBackAsTheSameCity() throws IOException {
        long written = GeoJsonCity.intoFolder(city, TestCity.MODEL, folder, Progress.silent());
        PGSimpleDataSource direct = TestCity.empty();
        PGSimpleDataSource byFiles = TestCity.empty();
        ImportReport expected = load(direct, SampleCity.of(Size.SMALL, 5));
        Map<String, Long> read = new TreeMap<>();
        for (Path file : files()) {
            ImportReport report = load(byFiles, Sources.open(file, TestCity.MODEL));
            assertThat(report.rejected()).as(file.toString()).isZero();
            report.types().forEach((type, counts) -> read.put(type, counts.inserted()));
        }
        expected.types().forEach((type, counts) -> assertThat(read).as(type).containsEntry(type, counts.inserted()));
        assertThat(written).isEqualTo(expected.read());
        expected.types()
                .keySet()
                .forEach(type ->
                        assertThat(single(byFiles, content(type))).as(type).isEqualTo(single(direct, content(type))));
    }

    /** What is in each column of a type's table, of places how much. */
    private static String content(String type) {
        return TestCity.MODEL.attributesOf(TestCity.MODEL.get(type)).stream()
                .filter(a -> !a.column().startsWith("surum_") && !a.column().startsWith("olustur"))
                .map(a -> a.type() == AttributeType.GEOMETRY ? extent(a.column()) : values(a.column()))
                .collect(Collectors.joining(", ", "SELECT ARRAY[", "]::text FROM working." + type));
    }

    private static String values(String column) {
        return "'%1$s ' || md5(string_agg(%1$s::text, ',' ORDER BY tucbs_no))".formatted(column);
    }

    private static String extent(String column) {
        return "concat_ws(' ', '%1$s', count(%1$s), round(sum(ST_Area(%1$s))), round(avg(ST_X(ST_Centroid(%1$s)))))"
                .formatted(column);
    }

    @Test
    void aFileOfLinesLoadsBackWhole() throws IOException {
        Path file = folder.resolve("city.geojsonl");
        long written = GeoJsonCity.intoFile(city, TestCity.MODEL, file, Progress.silent());
        assertThat(CollectingSink.of(Sources.open(file, TestCity.MODEL)).records)
                .hasSize((int) written);
    }

    @Test
    void linesAreFeaturesWithOfficialNamesAndDegrees() throws IOException {
        Path file = folder.resolve("city.geojsonl");
        long written = GeoJsonCity.intoFile(city, TestCity.MODEL, file, Progress.silent());
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            assertThat(all).hasSize((int) written);
            JsonNode building = all.stream()
                    .filter(line -> line.contains("\"featureType\":\"bina\""))
                    .findFirst()
                    .map(JsonMapper.shared()::readTree)
                    .orElseThrow();
            assertThat(building.path("properties").has("zeminUstuKatSayisi")).isTrue();
            JsonNode corner = building.path("geometry")
                    .path("coordinates")
                    .path(0)
                    .path(0)
                    .path(0);
            assertThat(corner.path(0).doubleValue()).isBetween(25.0, 46.0);
            assertThat(corner.path(1).doubleValue()).isBetween(35.0, 43.0);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    private static ImportReport load(PGSimpleDataSource database, FeatureSource source) {
        return new Importer(database, TestCity.MODEL, TestCity.SRID).run(source, "tester", Progress.silent());
    }

    private static String single(PGSimpleDataSource database, String sql) {
        return JdbcClient.create(database).sql(sql).query(String.class).single();
    }
}
