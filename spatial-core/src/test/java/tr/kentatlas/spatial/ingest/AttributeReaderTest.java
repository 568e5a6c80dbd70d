package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        "2015-10-15Z, 2015-10-15",
        "2013-10-01+03:00, 2013-10-01",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2020",
                "29.02.2021",
                "2020-01-01xyz",
                "2020-01-01T99:00:00",
                "2020-02-31",
                "0.1.2020",
                "1.13.2020"
            })
    void aDayTheCalendarDoesNotHaveIsNoOther(String text) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> AttributeReader.read(attribute("yikim"), text));
    }

    @Test
    void aListBesideOthersHasNoGaps() throws Unreadable {
        assertThat(AttributeReader.read(attribute("rd_tarih"), "[\"2024-01-01\"]"))
                .isEqualTo(List.of(LocalDate.of(2024, 1, 1)));
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> AttributeReader.read(attribute("rd_tarih"), "[null, \"2024-01-01\"]"))
                .withMessageContaining("gap");
        assertThat(AttributeReader.read(attribute("diger_adlar"), "[null, \"Eski Han\"]"))
                .isEqualTo(List.of("Eski Han"));
    }

    private static Attribute attribute(String column) {
        return TestCity.MODEL.attributesOf(TestCity.MODEL.get("bina")).stream()
                .filter(a -> a.column().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
