package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.ingest.AttributeReader.Unreadable;
import tr.kentatlas.spatial.model.Attribute;

class AttributeReaderTest {
    @ParameterizedTest
    @CsvSource({
        "EVET, true",
        "Evet, true",
        "TRUE, true",
        "HAYIR, false",
        "Hayır, false",
        "hayir, false",
        "FALSE, false",
        "No, false",
    })
    void yesAndNoAreReadInCapitalsToo(String text, boolean meant) throws Unreadable {
        assertThat(AttributeReader.read(attribute("referans_geom"), text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31T21:00:00Z, 2020-01-01",
        "2019-12-31T20:59:59Z, 2019-12-31",
        "2020-01-01T00:00:00+03:00, 2020-01-01",
        "2020-01-01 00:00:00+03, 2020-01-01",
        "2020-01-01 23:30:00, 2020-01-01",
        "2020-01-01 (tahmini), 2020-01-01",
        "2020-01-01, 2020-01-01",
        "1.2.2020, 2020-02-01",
    })
    void aMomentIsTheDayItFallsOnInTheCity(String text, LocalDate day) throws Unreadable {
        assertThat(AttributeReader.read(attribute("yikim"), text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01 00:00:00+03, 2020-01-01T00:00+03:00",
        "2020-01-01 00:00:00, 2020-01-01T00:00+03:00",
        "2020-01-01, 2020-01-01T00:00+03:00",
    })
    void aTimeWithoutAZoneIsTheCitysOwn(String text, OffsetDateTime moment) throws Unreadable {
        assertThat(AttributeReader.read(attribute("gecerlilik_baslangic"), text))
                .isEqualTo(moment);
    }

    private static Attribute attribute(String column) {
        return TestCity.MODEL.attributesOf(TestCity.MODEL.get("bina")).stream()
                .filter(a -> a.column().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
