package tr.kentatlas.api.ogc.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tr.kentatlas.spatial.store.map.TileStore;

/** How many features each layer of an encoded tile has (Mapbox Vector Tile 2.1 §4): what the audit says was told. */
record TileContent(Map<String, Integer> layers) {
    private static final int LAYER = 3;
    private static final int NAME = 1;
    private static final int FEATURE = 2;
    private static final int LENGTH_DELIMITED = 2;

    static TileContent of(byte[] tile) {
        Map<String, Integer> layers = new TreeMap<>();
        Reader reader = new Reader(tile, 0, tile.length);
        while (reader.next()) {
            if (reader.field == LAYER) count(new Reader(tile, reader.from, reader.to), layers);
        }
        return new TileContent(layers);
    }

    /** How many features of each type: a label point stands for its feature. */
    Map<String, Integer> types() {
        Map<String, Integer> types = new TreeMap<>();
        layers.forEach((layer, features) -> types.merge(TileStore.typeOf(layer), features, Math::max));
        return types;
    }

    private static void count(Reader layer, Map<String, Integer> layers) {
        String name = "";
        int features = 0;
        while (layer.next()) {
            if (layer.field == NAME)
                name = new String(layer.bytes, layer.from, layer.to - layer.from, StandardCharsets.UTF_8);
            if (layer.field == FEATURE) features++;
        }
        layers.merge(name, features, Integer::sum);
    }

    /** Goes from field to field of a message without looking into them. */
    private static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int at;
        private int field;
        private int from;
        private int to;

        Reader(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.at = start;
            this.end = end;
        }

        boolean next() {
            if (at >= end) return false;
            int key = varint();
            field = key >>> 3;
            from = at;
            if ((key & 7) == LENGTH_DELIMITED) {
                int length = varint();
                from = at;
                at += length;
            } else {
                varint(); // our tiles' layers have no fixed-width fields
            }
            to = at;
            return true;
        }

        private int varint() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                if (shift < Integer.SIZE) value |= (next & 0x7f) << shift;
                if (next >= 0) return value;
            }
        }
    }
}
