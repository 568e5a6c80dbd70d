package tr.kentatlas.api.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads of a vector tile (MVT 2.1) what a leak would show: which features and which keys each layer has. */
final class MvtIds {
    private final byte[] bytes;
    private int at;

    private MvtIds(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** One layer's feature numbers and attribute names. */
    record Layer(Set<Long> features, Set<String> keys) {}

    static Map<String, Layer> read(byte[] tile) {
        Map<String, Layer> layers = new HashMap<>();
        MvtIds reader = new MvtIds(tile, 0);
        while (reader.at < tile.length) {
            long tag = reader.varint();
            if (tag == (3 << 3 | 2)) reader.layer((int) reader.varint(), layers);
            else reader.skip((int) tag & 7);
        }
        return layers;
    }

    private void layer(int length, Map<String, Layer> layers) {
        int end = at + length;
        Layer layer = new Layer(new HashSet<>(), new HashSet<>());
        String name = "";
        while (at < end) {
            long tag = varint();
            switch ((int) tag) {
                case 1 << 3 | 2 -> name = text((int) varint());
                case 2 << 3 | 2 -> layer.features.add(feature((int) varint()));
                case 3 << 3 | 2 -> layer.keys.add(text((int) varint()));
                default -> skip((int) tag & 7);
            }
        }
        layers.put(name, layer);
    }

    private long feature(int length) {
        int end = at + length;
        long id = -1;
        while (at < end) {
            long tag = varint();
            if (tag == 1 << 3) id = varint();
            else skip((int) tag & 7);
        }
        return id;
    }

    private String text(int length) {
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private void skip(int wire) {
        switch (wire) {
            case 0 -> varint();
            case 1 -> at += 8;
            case 2 -> {
                int length = (int) varint();
                at += length;
            }
            default -> at += 4;
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) return value;
        }
    }
}
