package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.api.cli.report.UserError;

class CityFileTest {
    @ParameterizedTest
    @CsvSource({"MINIK.GEOJSON, minik", "Çeşme ilçesi.geojson, e-me-il-esi", "a.b.json, a-b"})
    void theNameIsTheFiles(String fileName, String cityName, @TempDir Path folder) throws IOException {
        assertThat(CityFile.open(write(folder, fileName, "{}")).cityName()).isEqualTo(cityName);
    }

    @ParameterizedTest
    @CsvSource({"x.osm.pbf, {}", "x.gpkg, PK", "x.geojson, <html>", "x.geojson, ''"})
    void aFileThatDoesNotBeginLikeItsKindIsBroken(String fileName, String content, @TempDir Path folder)
            throws IOException {
        Path file = write(folder, fileName, content);
        assertThatThrownBy(() -> CityFile.open(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is broken");
    }

    @Test
    void whatIsNoFileOrOfNoKnownKindIsRefused(@TempDir Path folder) throws IOException {
        Path unknown = write(folder, "x.dwg", "");
        assertThatThrownBy(() -> CityFile.open(unknown)).hasMessageContaining("no known kind");
        assertThatThrownBy(() -> CityFile.open(folder.resolve("none.gpkg"))).hasMessageContaining("There is no file");
    }

    @Test
    void anotherFileOfTheSameNameNeverTakesTheCity(@TempDir Path folder) throws IOException {
        Instance instance = Instance.of(folder, "kadikoy");
        instance.makeFolder();
        CityFile first = CityFile.open(write(folder, "kadikoy.geojson", "{\"a\":1}"));
        CitySource.claim(instance, first);
        CitySource.loaded(instance);
        CitySource.claim(instance, first);
        Path elsewhere = Files.createDirectories(folder.resolve("other"));
        CitySource.claim(instance, CityFile.open(write(elsewhere, "kadikoy.geojson", "{\"a\":1}")));
        CityFile differing = CityFile.open(write(elsewhere, "kadikoy.geojson", "{\"a\":2}"));
        assertThatThrownBy(() -> CitySource.claim(instance, differing))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("was made from another file")
                .hasMessageContaining("./kent reset --city kadikoy");
    }

    @Test
    void aFileThatCouldNotBeLoadedMayBeMended(@TempDir Path folder) throws IOException {
        Instance instance = Instance.of(folder, "kadikoy");
        instance.makeFolder();
        CitySource.claim(instance, CityFile.open(write(folder, "kadikoy.geojson", "{\"a\":1")));
        CitySource.claim(instance, CityFile.open(write(folder, "kadikoy.geojson", "{\"a\":1}")));
        assertThatThrownBy(() -> CitySource.requireNothingBegun(instance))
                .hasMessageContaining("./kent up --city " + folder.resolve("kadikoy.geojson"));
        CitySource.loaded(instance);
        CitySource.requireNothingBegun(instance);
    }

    private static Path write(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
