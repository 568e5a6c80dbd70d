package tr.kentatlas.api.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.api.guide.convert.Conversions;
import tr.kentatlas.api.guide.convert.WrittenPosition;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** Positions as people write them. */
class WrittenPositionTest {
    private static final int CITY_ZONE = 5255;
    private static final Offset<Double> A_CENTIMETRE = within(1e-7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "39.9, 32.85",
                "39,9 32,85",
                "39.900000000000006, 32.849999999999998",
                "39.9 32.85",
                "39.9N 32.85E",
                "N39.9 E32.85",
                "32.85 D, 39.9 K",
                "39°54'00\"N 32°51'00\"E",
                "39° 54' K 32° 51' D",
                "39 54 00 N 32 51 00 E",
                "39°54.0' 32°51.0'",
                "39° 54' 0\" 32° 51' 0\"",
                "N 39° 54.0' E 32° 51.0'",
                "K39°54'00\", D32°51'00\"",
                "N39 54.0 E32 51.0",
                "32 51 D, 39 54 K",
                "geo:39.9,32.85",
                "geo:39.9,32.85;u=35",
                "POINT(32.85 39.9)",
                "SRID=4326;Point Z (32.85 39.9 850)"
            })
    void degreesAreReadHoweverTheyAreWritten(String text) {
        Position position = WrittenPosition.read(text, CITY_ZONE).orElseThrow();
        assertThat(position.latitude()).isCloseTo(39.9, A_CENTIMETRE);
        assertThat(position.longitude()).isCloseTo(32.85, A_CENTIMETRE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 34",
                "atatürk 12",
                "95.5, 91.2",
                "39°70'00\"N 32°51'00\"E",
                "39.9N 32.85N",
                "39°54' N 32°51'",
                "K blok D 5",
                "61T 500000 4000000",
                "39 70 00 N 32 51 00 E",
                "geo:95,32",
                "POINT(32.85)",
                ""
            })
    void whatIsNoPositionIsNone(String text) {
        assertThat(WrittenPosition.read(text, CITY_ZONE)).isEmpty();
    }

    @Test
    void everyWayOfWritingLeadsBack() {
        Position position = new Position(32.8597, 39.9334);
        for (Conversions.Written written : Conversions.of(position, CITY_ZONE).systems()) {
            Position back = WrittenPosition.read(written.text(), CITY_ZONE).orElseThrow();
            assertThat(back.longitude()).as(written.text()).isCloseTo(position.longitude(), within(2e-6));
            assertThat(back.latitude()).as(written.text()).isCloseTo(position.latitude(), within(2e-6));
        }
    }
}
