package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.ingest.file.Sources;
import tr.kentatlas.spatial.progress.Progress;

/** What a file does not say of an object stays; what it says is empty becomes so. */
class LeftOutValuesTest {
    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);

    @TempDir
    private Path folder;

    @Test
    void aFeatureThatLeavesAPropertyOutLeavesItAsItIs() throws IOException {
        load(of("a", "\"kat_ustu\":3,\"adi\":\"Çınar\""), of("b", "\"kat_ustu\":4,\"adi\":\"Ladin\""));
        var corrections = load(of("a", "\"kat_ustu\":5"), of("b", "\"adi\":\"Sedir\""));
        assertThat(corrections.counts("bina").changed()).isEqualTo(2);
        assertThat(buildings()).containsExactly("Çınar 5 aktif", "Sedir 4 aktif");
        assertThat(load(of("a", "\"kat_ustu\":5"), of("b", "\"adi\":\"Sedir\""))
                        .counts("bina")
                        .unchanged())
                .isEqualTo(2);
    }

    @Test
    void heightsThatNoPlaceHoldsAreCounted() throws IOException {
        String high =
                "{\"type\":\"Polygon\",\"coordinates\":[[[32.9,39.9,812.5],[32.91,39.9,813],[32.91,39.91,812],[32.9,39.9,812.5]]]}";
        ImportReport report = load(
                of("a", "\"kat_ustu\":3"),
                of("b", "\"kat_ustu\":4").replace("\"geometry\":null", "\"geometry\":" + high));
        assertThat(report.skipped()).containsExactly(Map.entry("heights of bina", 1L));
        assertThat(report.counts("bina").inserted()).isEqualTo(2);
    }

    @Test
    void aPropertyThatIsNullIsEmptiedAlsoWhereItIsNullInTheWholeFile() throws IOException {
        load(of("a", "\"kat_ustu\":3,\"adi\":\"Çınar\""), of("b", "\"kat_ustu\":4,\"adi\":\"Ladin\""));
        load(of("a", "\"adi\":null"));
        assertThat(buildings()).containsExactly("- 3 aktif", "Ladin 4 aktif");
    }

    @Test
    void anObjectHasARecordStateWhateverTheOthersOfItsFileSay() throws IOException {
        load(of("a", "\"adi\":\"Çınar\",\"kayit_durumu\":\"taslak\""), of("b", "\"adi\":\"Ladin\""));
        assertThat(buildings()).containsExactly("Çınar - taslak", "Ladin - aktif");
        load(of("a", "\"kayit_durumu\":null"), of("b", "\"kayit_durumu\":\"arsiv\""));
        assertThat(buildings()).containsExactly("Çınar - taslak", "Ladin - arsiv");
    }

    @Test
    void aValueThatCannotBeReadEmptiesNothing() throws IOException {
        load(of("a", "\"kat_ustu\":3"), of("b", "\"kat_ustu\":4"));
        assertThat(load(of("a", "\"kat_ustu\":\"üç\""), of("b", "\"kat_ustu\":5"))
                        .unreadable())
                .isEqualTo(1);
        assertThat(buildings()).containsExactly("- 3 aktif", "- 5 aktif");
    }

    @Test
    void whatWasEditedHereIsNotInTheWayOfAFeatureThatDoesNotSayIt() throws IOException {
        load(of("a", "\"kat_ustu\":3,\"adi\":\"Çınar\""), of("b", "\"kat_ustu\":4"));
        jdbc.sql("UPDATE working.bina SET adi = 'Servi' WHERE kat_ustu = 3").update();
        load(of("a", "\"kat_ustu\":5"), of("b", "\"adi\":\"Ladin\""));
        assertThat(buildings()).containsExactly("Ladin 4 aktif", "Servi 5 aktif");
        assertThatThrownBy(() -> load(of("a", "\"adi\":null"))).isInstanceOf(EditsInTheWay.class);
    }

    private List<@Nullable String> buildings() {
        return jdbc.sql("SELECT concat_ws(' ', coalesce(adi, '-'), coalesce(kat_ustu::text, '-'), kayit_durumu)"
                        + " FROM working.bina ORDER BY 1")
                .query(String.class)
                .list();
    }

    private ImportReport load(String... features) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bina.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
        return new Importer(city, TestCity.MODEL, TestCity.SRID)
                .run(Sources.open(file, TestCity.MODEL), "tester", Progress.silent());
    }

    private static String of(String key, String properties) {
        return "{\"type\":\"Feature\",\"id\":\"%s\",\"properties\":{%s},\"geometry\":null}".formatted(key, properties);
    }
}
