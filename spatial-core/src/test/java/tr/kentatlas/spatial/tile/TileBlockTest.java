package tr.kentatlas.spatial.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class TileBlockTest {
    private static final TileAddress TILE = new TileAddress(14, 9512, 6144);
    private static final List<String> KEYS = List.of("ad", "kat", "alan", "ruhsat");
    private static final int[] ALL = {0, 1, 2, 3};

    private final Shapes shapes = new Shapes(11, TILE);
    private final List<One> features = new ArrayList<>();

    private record One(long id, float reach, Geometry shape, List<@Nullable Object> values) {
        byte[] grid() {
            return GridGeometry.encode(shape);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 500})
    void aTileFromBlocksIsTheTileFromItsFeatures(int count) {
        random(count, 3);
        assertThat(fromBlocks(0, KEYS, ALL))
                .isEqualTo(fromFeatures(0, KEYS, ALL))
                .isNotEmpty();
    }

    @Test
    void aLayerTakesOnlyTheKeysItHas() {
        random(300, 5);
        int[] chosen = {-1, 0, -1, 1};
        assertThat(fromBlocks(0, List.of("kat", "ruhsat"), chosen))
                .isEqualTo(fromFeatures(0, List.of("kat", "ruhsat"), chosen));
        var read = MvtDecoder.decode(fromBlocks(0, List.of("kat", "ruhsat"), chosen));
        assertThat(read.layer("bina").values()).isNotEmpty().noneMatch(String.class::isInstance);
    }

    @Test
    void whatIsTooSmallIsLeftOutThoughItsBlockReachesFar() {
        random(300, 7);
        byte[] tile = fromBlocks(20, KEYS, ALL);
        assertThat(tile).isEqualTo(fromFeatures(20, KEYS, ALL));
        assertThat(MvtDecoder.decode(tile).layer("bina").features())
                .hasSameSizeAs(features.stream().filter(f -> f.reach >= 20).toList());
    }

    @Test
    void aBlockTellsTheBoxAndTheReachOfAllInIt() {
        random(40, 9);
        for (TileBlock block : blocks()) assertThat(block.isEmpty()).isFalse();
        GridBox box =
                blocks().stream().map(TileBlock::box).reduce(GridBox::union).orElseThrow();
        GridBox expected = features.stream()
                .map(f -> GridGeometry.box(f.grid()))
                .reduce(GridBox::union)
                .orElseThrow();
        assertThat(box).isEqualTo(expected);
        assertThat(blocks().stream().map(TileBlock::reach).max(Float::compare))
                .isEqualTo(features.stream().map(One::reach).max(Float::compare));
        assertThatIllegalStateException().isThrownBy(() -> new TileBlock().box());
    }

    @Test
    void oneFeatureLargerThanABlockIsABlock() {
        features.add(new One(7, 900, shapes.star(shapes.place(0.5), 0.4, 5000), Arrays.asList("Göl", 1, 2.5, null)));
        assertThat(blocks()).hasSize(1);
        assertThat(fromBlocks(0, KEYS, ALL)).isEqualTo(fromFeatures(0, KEYS, ALL));
    }

    private void random(int count, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            features.add(new One(
                    random.nextLong() >>> 1,
                    random.nextInt(400) / 10f,
                    shapes.star(shapes.place(0.5), 0.01, 3 + random.nextInt(9)),
                    Arrays.asList(
                            random.nextInt(4) == 0 ? null : "Apartman ğ " + random.nextInt(30),
                            random.nextInt(12) - 3,
                            random.nextInt(1000) / 8.0,
                            random.nextBoolean())));
        }
    }

    private List<TileBlock> blocks() {
        List<TileBlock> all = new ArrayList<>();
        for (One feature : features) {
            if (all.isEmpty() || all.getLast().isFull()) all.add(new TileBlock());
            all.getLast().add(feature.id, feature.reach, feature.grid(), feature.values.toArray());
        }
        return all;
    }

    private byte[] fromBlocks(double smallest, List<String> keys, int[] chosen) {
        TileEncoder tile = new TileEncoder(TILE);
        LayerEncoder layer = tile.layer("bina", keys);
        blocks().forEach(block -> layer.block(block.toBytes(), smallest, chosen));
        return tile.finish();
    }

    private byte[] fromFeatures(double smallest, List<String> keys, int[] chosen) {
        TileEncoder tile = new TileEncoder(TILE);
        LayerEncoder layer = tile.layer("bina", keys);
        for (One feature : features) {
            if (feature.reach >= smallest) layer.feature(feature.id, feature.grid(), chosen(feature, keys, chosen));
        }
        return tile.finish();
    }

    private static @Nullable Object[] chosen(One feature, List<String> keys, int[] chosen) {
        @Nullable Object[] values = new @Nullable Object[keys.size()];
        for (int i = 0; i < chosen.length; i++) if (chosen[i] >= 0) values[chosen[i]] = feature.values.get(i);
        return values;
    }
}
