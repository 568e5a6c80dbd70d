package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class StorageCrsTest {
    @ParameterizedTest
    @CsvSource({"32.8, 39.9, 5255", "28.4, 41, 5253", "28.6, 41, 5254", "7.4, 43.7, 32632", "18.4, -33.9, 32734"})
    void aCityIsStoredInTheZoneItLiesIn(double longitude, double latitude, int srid) {
        assertThat(StorageCrs.forExtent(new Envelope(new Coordinate(longitude, latitude))))
                .isEqualTo(srid);
    }

    @ParameterizedTest
    @CsvSource({"5255, 5253", "5255, 5257", "5255, 32636", "32632, 32633", "32632, 32732", "5255, 4326", "2319, 5255"})
    void whatLiesInTheSameZoneOrBesideItFits(int stored, int wanted) {
        assertThat(StorageCrs.fits(stored, wanted)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"32632, 5255", "5255, 32632", "5253, 5256", "32632, 32634"})
    void whatLiesFartherAwayDoesNot(int stored, int wanted) {
        assertThat(StorageCrs.fits(stored, wanted)).isFalse();
    }
}
