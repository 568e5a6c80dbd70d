package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileAddressTest {
    @ParameterizedTest
    @CsvSource({"-1,0,0", "23,0,0", "0,1,0", "0,0,1", "14,16384,0", "14,0,16384", "14,-1,0", "14,0,-1"})
    void anAddressOutsideTheTileMatrixSetIsRefused(int z, int x, int y) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TileAddress(z, x, y));
    }

    @Test
    void theTileOfZoomZeroIsTheWorld() {
        var world = new TileAddress(0, 0, 0).bounds();
        assertThat(world.getMinX()).isEqualTo(-20037508.342789244);
        assertThat(world.getMaxY()).isEqualTo(20037508.342789244);
        assertThat(world.getMaxX()).isEqualTo(20037508.342789244);
        assertThat(new TileAddress(0, 0, 0).bufferedBox())
                .isEqualTo(new GridBox(-(1 << 22), -(1 << 22), (1 << 28) + (1 << 22), (1 << 28) + (1 << 22)));
    }

    @Test
    void aTileLiesWhereTheSetSays() {
        // Kadıköy İskelesi, 29.0230 E 40.9915 N, is in tile 14/9512/6143 by the tile formula of the WebMercatorQuad.
        var tile = new TileAddress(14, 9512, 6143).bounds();
        double x = Math.toRadians(29.0230) * 6378137;
        double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(40.9915) / 2)) * 6378137;
        assertThat(tile.contains(x, y)).isTrue();
        assertThat(tile.getWidth()).isCloseTo(2445.985, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"14,16384,256", "16,4096,64", "17,2048,32", "22,64,1"})
    void theBufferIsTheSameShareOfTheTileAtEveryZoom(int z, int side, int buffer) {
        GridBox box = new TileAddress(z, 1, 1).bufferedBox();
        assertThat(box).isEqualTo(new GridBox(side - buffer, side - buffer, 2 * side + buffer, 2 * side + buffer));
    }
}
