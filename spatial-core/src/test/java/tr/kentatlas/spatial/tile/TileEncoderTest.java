package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class TileEncoderTest {
    private static final TileAddress TILE = new TileAddress(14, 9512, 6144);

    private final Shapes shapes = new Shapes(11, TILE);
    private final TileEncoder encoder = new TileEncoder(TILE);

    @Test
    void idsAndAttributesComeBack() {
        var layer = encoder.layer("bina", List.of("ad", "kat", "no", "yukseklik", "ruhsat", "not"));
        assertThat(layer.feature(7, point(), values("Şişli İğdır çöğüş IıİiĞ 🏠", 5, 9876543210L, 12.5, true, null)))
                .isTrue();
        layer.feature(Long.MAX_VALUE, point(), values("", -3, Long.MIN_VALUE, -0.1, false, null));
        var read = MvtDecoder.decode(encoder.finish()).layer("bina");
        assertThat(read.version()).isEqualTo(2);
        assertThat(read.extent()).isEqualTo(4096);
        assertThat(read.feature(7).attributes())
                .isEqualTo(Map.of(
                        "ad",
                        "Şişli İğdır çöğüş IıİiĞ 🏠",
                        "kat",
                        5L,
                        "no",
                        9876543210L,
                        "yukseklik",
                        12.5,
                        "ruhsat",
                        true));
        assertThat(read.feature(Long.MAX_VALUE).attributes())
                .isEqualTo(Map.of("ad", "", "kat", -3L, "no", Long.MIN_VALUE, "yukseklik", -0.1, "ruhsat", false));
    }

    @Test
    void eachValueIsWrittenOnce() {
        var layer = encoder.layer("l", List.of("a", "b", "c", "d"));
        for (int i = 0; i < 5000; i++) {
            layer.feature(i, point(), values(i % 700, (long) (i % 700), String.valueOf(i % 700), i % 700 / 2.0));
        }
        var read = MvtDecoder.decode(encoder.finish()).layer("l");
        assertThat(read.values()).doesNotHaveDuplicates().hasSize(3 * 700);
        for (var feature : read.features()) {
            long number = feature.id() % 700;
            assertThat(feature.attributes())
                    .isEqualTo(Map.of("a", number, "b", number, "c", String.valueOf(number), "d", number / 2.0));
        }
    }

    @Test
    void layersKeepTheirOrderAndEmptyOnesAreLeftOut() {
        var first = encoder.layer("yol", List.of());
        encoder.layer("park", List.of("ad"));
        var last = encoder.layer("bina", List.of());
        last.feature(2, GridGeometry.encode(shapes.star(shapes.place(0.5), 0.1, 9)), values());
        first.feature(1, GridGeometry.encode(shapes.walk(0.5, 5)), values());
        last.feature(3, point(), values());
        var tile = MvtDecoder.decode(encoder.finish());
        assertThat(tile.layers()).extracting(MvtDecoder.Layer::name).containsExactly("yol", "bina");
        assertThat(tile.layer("bina").features())
                .extracting(MvtDecoder.Feature::type)
                .containsExactly(3, 1);
        assertThat(tile.layer("yol").features())
                .extracting(MvtDecoder.Feature::type)
                .containsExactly(2);
    }

    @Test
    void aTileWithoutFeaturesHasNoBytes() {
        var layer = encoder.layer("l", List.of());
        assertThat(layer.feature(1, new byte[0], values())).isFalse();
        assertThat(layer.feature(2, farAway(), values())).isFalse();
        assertThat(encoder.finish()).isEmpty();
    }

    @Test
    void whatTheLayerCannotHoldIsRefused() {
        var layer = encoder.layer("l", List.of("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> layer.feature(-1, point(), values("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> layer.feature(1, point(), values()));
        assertThatIllegalArgumentException().isThrownBy(() -> layer.feature(1, point(), values(List.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.layer("l", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.layer("m", List.of("a", "a")));
        assertThat(encoder.finish()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 18})
    void aTileOfBuildingsHoldsExactlyThoseTheOracleSees(int zoom) {
        TileAddress tile = new TileAddress(zoom, 9512 << (zoom - 14), 6144 << (zoom - 14));
        Shapes city = new Shapes(zoom, tile);
        TileEncoder buildings = new TileEncoder(tile);
        var layer = buildings.layer("bina", List.of("no"));
        Set<Long> certain = new HashSet<>();
        Set<Long> possible = new HashSet<>();
        for (long id = 0; id < 5000; id++) {
            Geometry building = city.building(city.place(1.2));
            Geometry seen = Shapes.inTileUnits(building, tile).intersection(Shapes.bufferedTile());
            addIf(seen.getArea() > seen.getLength(), certain, id);
            addIf(Shapes.inTileUnits(building, tile).distance(Shapes.bufferedTile()) < 5, possible, id);
            layer.feature(id, GridGeometry.encode(building), values(id));
        }
        var drawn = MvtDecoder.decode(buildings.finish()).layer("bina").byId();
        assertThat(drawn.keySet()).containsAll(certain);
        assertThat(possible).containsAll(drawn.keySet());
        assertThat(certain).hasSizeBetween(possible.size() * 9 / 10, possible.size());
        drawn.forEach((id, feature) -> assertThat(feature.attributes()).isEqualTo(Map.of("no", id)));
    }

    private static void addIf(boolean condition, Set<Long> ids, long id) {
        if (condition) {
            ids.add(id);
        }
    }

    private byte[] point() {
        return GridGeometry.encode(shapes.point(0.9));
    }

    private static byte[] farAway() {
        return GridGeometry.encode(Shapes.FACTORY.createPoint(new Coordinate(0, 0)));
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return values;
    }
}
