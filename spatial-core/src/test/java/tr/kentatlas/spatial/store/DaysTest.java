package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.feature.time.TimeRange;
import tr.kentatlas.spatial.ingest.file.Sources;

/** The day an import gives is the day a question names: the city's. */
class DaysTest {
    private static PublishedCity city;

    @BeforeAll
    static void aBuildingThatIsValidSinceADay(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bina.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","id":1,
                 "properties":{"gecerlilikBaslangici":"2020-06-01"},"geometry":
                 {"type":"Polygon","coordinates":[[[33,39.9],[33.0001,39.9],[33.0001,39.9001],[33,39.9]]]}}]}""");
        city = PublishedCity.of(Sources.open(file, TestCity.MODEL));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-31, 0",
        "2020-06-01, 1",
        "../2020-05-31, 0",
        "2020-05-01/2020-06-01, 1",
        "2020-05-31T20:59:59Z, 0",
        "2020-05-31T21:00:00Z, 1"
    })
    void itIsValidFromItsFirstMoment(String asked, long found) {
        var question = FeatureQuery.of(
                "bina", null, TimeRange.parse(asked), Map.of(), List.of(), List.of(), Crs.CRS84, Page.first(1));
        assertThat(count(question)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gecerlilikBaslangici = DATE('2020-06-01')|1",
                "gecerlilikBaslangici >= DATE('2020-06-01')|1",
                "gecerlilikBaslangici < DATE('2020-06-01')|0",
                "gecerlilikBaslangici <= DATE('2020-05-31')|0",
                "T_INTERSECTS(gecerlilikBaslangici, DATE('2020-06-01'))|1",
                "T_AFTER(gecerlilikBaslangici, DATE('2020-05-31'))|1",
            })
    void aFilterKnowsTheDay(String filter, long found) {
        FeatureQuery all = FeatureQuery.all("bina", Page.first(1));
        assertThat(count(all.where(Cql2Text.parse(filter), Crs.CRS84))).isEqualTo(found);
    }

    private static long count(FeatureQuery query) {
        return city.store().count(city.edition(), city.type("bina"), query);
    }
}
