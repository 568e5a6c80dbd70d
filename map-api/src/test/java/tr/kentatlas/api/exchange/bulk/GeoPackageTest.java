package tr.kentatlas.api.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.delivery.GeoPackageFile;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.WallReader;

/** A layer as GeoPackage, in the eyes of the programs that read it. */
class GeoPackageTest {
    private static final PGSimpleDataSource OWNER = SmallCity.database();
    private static final View VIEW =
            View.visitor(new Editions(JdbcClient.create(OWNER)).find(1).orElseThrow());
    private static final Path VALIDATOR =
            Path.of("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py");

    @TempDir
    private Path folder;

    private final List<UUID> ids = new ArrayList<>();

    @BeforeEach
    void write() throws Exception {
        new GeoPackageFile(new WallReader(OWNER, OWNER))
                .write(VIEW.edition(), VIEW.type("bina"), folder.resolve("bina.gpkg"), ids::add);
        assertThat(ids).hasSize(2000);
    }

    @Test
    void gdalReadsItAndItsExtent() throws Exception {
        assertThat(run("ogrinfo", "-so", file(), "bina"))
                .contains("Feature Count: 2000", "zeminUstuKatSayisi: Integer", "TUREF", "Extent: (")
                .doesNotContain("Warning", "ERROR");
    }

    @Test
    void theSpatialIndexFindsWhatReadingEveryRowFinds() throws Exception {
        assertThat(sql("SELECT HasSpatialIndex('bina', 'geom')")).contains("(Integer) = 1");
        assertThat(sql("SELECT count(*) AS indexed FROM rtree_bina_geom")).contains("indexed (Integer) = 2000");
        String window =
                "minx < (SELECT avg(minx) FROM rtree_bina_geom) AND miny < (SELECT avg(miny) FROM rtree_bina_geom)";
        String byIndex = "SELECT count(*) AS n, sum(id) AS ids FROM rtree_bina_geom WHERE " + window;
        String byRows = "SELECT count(*) AS n, sum(fid) AS ids FROM bina WHERE "
                + window.replaceFirst("minx", "ST_MinX(geom)").replaceFirst(" miny", " ST_MinY(geom)");
        assertThat(counts(byIndex)).isEqualTo(counts(byRows)).isNotEmpty();
    }

    @Test
    void whoEditsItKeepsTheIndexRight() throws Exception {
        sql("DELETE FROM bina WHERE fid = 1");
        sql("UPDATE bina SET geom = NULL WHERE fid = 2");
        sql("UPDATE bina SET fid = 9000 WHERE fid = 3");
        sql("UPDATE bina SET geom = (SELECT geom FROM bina WHERE fid = 4) WHERE fid = 2");
        assertThat(sql("SELECT count(*) AS n FROM rtree_bina_geom WHERE id IN (1, 3)"))
                .contains("n (Integer) = 0");
        assertThat(sql("SELECT count(*) AS n FROM rtree_bina_geom WHERE id IN (2, 9000)"))
                .contains("n (Integer) = 2");
    }

    @Test
    void theValidatorOfGdalFindsNothingWrong() throws Exception {
        assumeTrue(Files.exists(VALIDATOR));
        assertThat(run("/usr/bin/python3", VALIDATOR.toString(), "-k", file())).isEmpty();
    }

    private List<String> counts(String sql) throws Exception {
        return sql(sql).lines().filter(line -> line.contains(") = ")).toList();
    }

    private String sql(String sql) throws Exception {
        String told = run("ogrinfo", file(), "-sql", sql);
        assertThat(told).doesNotContain("ERROR");
        return told;
    }

    private String file() {
        return folder.resolve("bina.gpkg").toString();
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return told;
    }
}
