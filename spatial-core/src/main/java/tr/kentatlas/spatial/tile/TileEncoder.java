package tr.kentatlas.spatial.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Encodes one tile as a Mapbox Vector Tile 2.1 with extent 4096 and a buffer of 64. For one thread and one tile; layers
 * share its working memory, so their features may come in any order.
 */
public final class TileEncoder {
    private static final int TILE_LAYER = 3;
    /** Bytes that names and keys of a layer take at most, as a rule. */
    private static final int MARGIN = 2048;

    private final TileAddress address;
    private final TileGeometry geometry;
    private final List<LayerEncoder> layers = new ArrayList<>();

    public TileEncoder(TileAddress tile) {
        address = tile;
        geometry = new TileGeometry(tile);
    }

    /**
     * Opens a layer.
     *
     * @param name not yet used in this tile (MVT 4.1)
     * @param keys the names of the attributes each feature brings, in their order
     */
    public LayerEncoder layer(String name, List<String> keys) {
        return opened(name, keys, box -> true);
    }

    /** One in which a feature smaller than a pixel stands for the others of its pixel. */
    public LayerEncoder thinned(String name, List<String> keys) {
        return opened(name, keys, new Thinning(address));
    }

    private LayerEncoder opened(String name, List<String> keys, Predicate<GridBox> shown) {
        if (layers.stream().anyMatch(layer -> layer.isNamed(name))) {
            throw new IllegalArgumentException("the tile has a layer " + name + " already");
        }
        LayerEncoder layer = new LayerEncoder(name, keys, geometry, shown);
        layers.add(layer);
        return layer;
    }

    /** The tile's bytes, layers without features left out; no bytes at all when every layer is empty. */
    public byte[] finish() {
        int size = layers.stream().mapToInt(LayerEncoder::bulk).sum();
        ProtoBuffer tile = new ProtoBuffer(size + MARGIN * layers.size());
        for (LayerEncoder layer : layers) {
            if (!layer.isEmpty()) {
                layer.writeTo(tile, TILE_LAYER);
            }
        }
        return tile.toBytes();
    }
}
