package tr.kentatlas.spatial.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** A slow and strict reader of vector tiles, written from the MVT 2.1 text and sharing no code with the encoder. */
final class MvtDecoder {
    record Tile(List<Layer> layers) {
        Layer layer(String name) {
            return layers.stream()
                    .filter(layer -> layer.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    record Layer(String name, int version, int extent, List<String> keys, List<Object> values, List<Feature> features) {
        Feature feature(long id) {
            return features.stream()
                    .filter(feature -> feature.id() == id)
                    .findFirst()
                    .orElseThrow();
        }

        Map<Long, Feature> byId() {
            return features.stream().collect(Collectors.toMap(Feature::id, feature -> feature));
        }
    }

    /** Parts are lines or rings (whose first vertex is repeated at the end), or one list of points. */
    record Feature(long id, int type, Map<String, Object> attributes, List<List<Coordinate>> parts) {}

    private final ByteBuffer bytes;

    private MvtDecoder(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    static Tile decode(byte[] tile) {
        MvtDecoder reader = new MvtDecoder(ByteBuffer.wrap(tile));
        List<Layer> layers = new ArrayList<>();
        while (reader.bytes.hasRemaining()) {
            reader.expect(3, 2);
            layers.add(reader.message().layer());
        }
        return new Tile(layers);
    }

    private Layer layer() {
        String name = "";
        int version = 0;
        int extent = 0;
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<MvtDecoder> features = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int tag = (int) varint();
            switch (tag) {
                case 15 << 3 -> version = (int) varint();
                case 1 << 3 | 2 -> name = message().text();
                case 2 << 3 | 2 -> features.add(message());
                case 3 << 3 | 2 -> keys.add(message().text());
                case 4 << 3 | 2 -> values.add(message().value());
                case 5 << 3 -> extent = (int) varint();
                default -> throw new AssertionError("layer field " + tag);
            }
        }
        List<Feature> read = features.stream().map(f -> f.feature(keys, values)).toList();
        return new Layer(name, version, extent, keys, values, read);
    }

    private Object value() {
        int tag = (int) varint();
        Object value = switch (tag) {
            case 1 << 3 | 2 -> message().text();
            case 3 << 3 | 1 -> bytes.getDouble();
            case 5 << 3 -> varint();
            case 6 << 3 -> {
                long zigzag = varint();
                yield (zigzag >>> 1) ^ -(zigzag & 1);
            }
            case 7 << 3 -> varint() == 1;
            default -> throw new AssertionError("value field " + tag);
        };
        assertEnd();
        return value;
    }

    private Feature feature(List<String> keys, List<Object> values) {
        long id = -1;
        int type = 0;
        Map<String, Object> attributes = new LinkedHashMap<>();
        List<List<Coordinate>> parts = List.of();
        while (bytes.hasRemaining()) {
            int tag = (int) varint();
            switch (tag) {
                case 1 << 3 -> id = varint();
                case 2 << 3 | 2 -> message().tags(keys, values, attributes);
                case 3 << 3 -> type = (int) varint();
                case 4 << 3 | 2 -> parts = message().parts(type);
                default -> throw new AssertionError("feature field " + tag);
            }
        }
        return new Feature(id, type, attributes, parts);
    }

    private void tags(List<String> keys, List<Object> values, Map<String, Object> attributes) {
        while (bytes.hasRemaining()) {
            Object twice = attributes.put(keys.get((int) varint()), values.get((int) varint()));
            if (twice != null) {
                throw new AssertionError("key twice");
            }
        }
    }

    /** MVT 4.3.4: exactly the command sequences the kind of geometry allows. */
    private List<List<Coordinate>> parts(int type) {
        List<List<Coordinate>> parts = new ArrayList<>();
        Coordinate cursor = new Coordinate(0, 0);
        while (bytes.hasRemaining()) {
            List<Coordinate> part = new ArrayList<>();
            int moves = command(1);
            cursor = steps(moves, cursor, part);
            if (type != 1) {
                require(moves == 1, "one MoveTo");
                int steps = command(2);
                require(steps >= (type == 3 ? 2 : 1), "enough LineTo");
                cursor = steps(steps, cursor, part);
            }
            if (type == 3) {
                require(command(7) == 1, "one ClosePath");
                require(!part.getFirst().equals2D(part.getLast()), "first vertex not repeated");
                part.add(part.getFirst());
            }
            require(part.size() >= (type == 3 ? 4 : 1), "ring of four");
            parts.add(part);
        }
        return parts;
    }

    private Coordinate steps(int count, Coordinate start, List<Coordinate> part) {
        Coordinate cursor = start;
        for (int i = 0; i < count; i++) {
            double x = cursor.x + zigzag();
            double y = cursor.y + zigzag();
            require(part.isEmpty() || x != cursor.x || y != cursor.y, "no step of length zero");
            cursor = new Coordinate(x, y);
            part.add(cursor);
        }
        return cursor;
    }

    private int command(int id) {
        int command = (int) varint();
        require((command & 7) == id, "command " + id + " but was " + (command & 7));
        return command >>> 3;
    }

    private int zigzag() {
        int value = (int) varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private MvtDecoder message() {
        int length = (int) varint();
        ByteBuffer content = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return new MvtDecoder(content);
    }

    private String text() {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private void expect(int field, int wireType) {
        require(varint() == (field << 3 | wireType), "field " + field);
    }

    private void assertEnd() {
        require(!bytes.hasRemaining(), "end of message");
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("expected " + what);
        }
    }
}
