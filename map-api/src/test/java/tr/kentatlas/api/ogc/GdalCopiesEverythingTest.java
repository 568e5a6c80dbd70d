package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** GDAL's own client for OGC API Features copies the city: every collection, each feature once. */
class GdalCopiesEverythingTest {
    private final ServedCity city = ServedCity.shared();

    @TempDir
    Path folder;

    @Test
    void everyCollectionComesWholeAndEachFeatureOnce() throws Exception {
        Path copy = folder.resolve("city.gpkg");
        Process gdal = copyInto(copy);
        assertThat(gdal.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said(gdal)).doesNotContain("ERROR");
        assertThat(counts(copy)).isEqualTo(served());
    }

    @Test
    void aReleasePublishedMeanwhileNeitherLosesNorDoublesAFeature() throws Exception {
        Map<String, String> before = served();
        Path copy = folder.resolve("city.gpkg");
        Process gdal = copyInto(copy);
        city.publish();
        assertThat(gdal.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(said(gdal)).doesNotContain("ERROR");
        assertThat(counts(copy)).isEqualTo(before);
    }

    /** Pages so small that most collections have several. */
    private Process copyInto(Path copy) throws IOException {
        return new ProcessBuilder(
                        "ogr2ogr",
                        "-f",
                        "GPKG",
                        copy.toString(),
                        "OAPIF:" + city.url() + "/ogc",
                        "-oo",
                        "PAGE_SIZE=500")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private String said(Process gdal) throws IOException {
        String words = Files.readString(folder.resolve("said.txt"));
        assertThat(gdal.exitValue()).as(words).isZero();
        return words;
    }

    /** For each listed collection how many features the service says it has, twice: all of them, and all different ones. */
    private Map<String, String> served() {
        Map<String, String> counts = new TreeMap<>();
        for (JsonNode collection : city.json("/ogc/collections").path("collections")) {
            String id = collection.path("id").asString();
            long all = city.json("/ogc/collections/" + id + "/items?limit=1")
                    .path("numberMatched")
                    .asLong();
            counts.put(id, all + " " + all);
        }
        assertThat(counts).hasSizeGreaterThan(30).doesNotContainValue("0 0");
        return counts;
    }

    private static Map<String, String> counts(Path copy) throws SQLException {
        Map<String, String> counts = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            for (String layer : layers(statement)) {
                ResultSet row =
                        statement.executeQuery("SELECT count(*) || ' ' || count(DISTINCT id) FROM \"" + layer + "\"");
                counts.put(layer, row.getString(1));
            }
        }
        return counts;
    }

    private static List<String> layers(Statement statement) throws SQLException {
        List<String> layers = new ArrayList<>();
        ResultSet rows = statement.executeQuery("SELECT table_name FROM gpkg_contents");
        while (rows.next()) layers.add(rows.getString(1));
        return layers;
    }
}
