package tr.kentatlas.api.exchange.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;

/**
 * One line of the journal of receipts: what left under which agreement.
 *
 * @param answers 1; 0 for a line that goes on with the features of the one before
 * @param content the features by identity, or how many and where as a piece of a map
 */
record Line(Under under, String type, String channel, Instant at, int answers, long bytes, Content content) {
    private static final char TAB = '\t';
    private static final int PLACE = 9;
    private static final int OF_FEATURES = 10;
    private static final int OF_A_PIECE = 14; // as long as its features were not counted
    private static final int COUNTED = OF_A_PIECE;
    private static final int OF_A_COUNTED_PIECE = 15;
    private static final Set<Integer> LENGTHS = Set.of(OF_FEATURES, OF_A_PIECE, OF_A_COUNTED_PIECE);

    /** Whose it was, through which version, of which release. */
    record Under(long agreement, int version, long release) {}

    /** What left. */
    sealed interface Content {}

    /** Features. */
    record Features(List<UUID> ids) implements Content {
        public Features {
            ids = List.copyOf(ids);
        }
    }

    /** Features of which a further part left, such as the rest of a file: received, but counted before. */
    record Again(List<UUID> ids) implements Content {
        public Again {
            ids = List.copyOf(ids);
        }
    }

    /** So many features, each written down a short time before: counted only. */
    record Known(long features) implements Content {}

    /** So many features, as a piece of a map. */
    record Drawn(Place place, long features) implements Content {}

    /** Where a piece of a map is: its name, and its box in CRS84. */
    record Place(String name, double west, double south, double east, double north) {
        static Place of(String name, Envelope box) {
            return new Place(name, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }

        private String written() {
            return String.join("\t", name, "" + west, "" + south, "" + east, "" + north);
        }

        private static Place of(String[] parts) {
            return new Place(
                    parts[PLACE],
                    Double.parseDouble(parts[PLACE + 1]),
                    Double.parseDouble(parts[PLACE + 2]),
                    Double.parseDouble(parts[PLACE + 3]),
                    Double.parseDouble(parts[PLACE + 4]));
        }
    }

    byte[] bytesOfLine() {
        StringBuilder text = new StringBuilder(160);
        text.append(under.agreement)
                .append(TAB)
                .append(under.version)
                .append(TAB)
                .append(under.release);
        text.append(TAB).append(type).append(TAB).append(channel).append(TAB).append(at.toEpochMilli());
        text.append(TAB).append(answers).append(TAB).append(bytes).append(TAB).append(written(content));
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    static Line parse(String text) {
        String[] parts = text.split("\t", -1);
        if (!LENGTHS.contains(parts.length)) throw new IllegalArgumentException("no line of the journal");
        Under under = new Under(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        return new Line(
                under,
                parts[3],
                parts[4],
                Instant.ofEpochMilli(Long.parseLong(parts[5])),
                Integer.parseInt(parts[6]),
                Long.parseLong(parts[7]),
                content(parts));
    }

    private static String written(Content content) {
        return switch (content) {
            case Features features -> "F\t" + packed(features.ids);
            case Again again -> "A\t" + packed(again.ids);
            case Known known -> "K\t" + known.features;
            case Drawn drawn -> String.join("\t", "M", drawn.place.written(), "" + drawn.features);
        };
    }

    private static Content content(String[] parts) {
        if (parts[8].equals("F")) return new Features(unpacked(parts[9]));
        if (parts[8].equals("A")) return new Again(unpacked(parts[9]));
        if (parts[8].equals("K")) return new Known(Long.parseLong(parts[9]));
        long counted = parts.length == OF_A_COUNTED_PIECE ? Long.parseLong(parts[COUNTED]) : 0;
        return new Drawn(Place.of(parts), counted);
    }

    private static String packed(List<UUID> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(16 * ids.size());
        ids.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static List<UUID> unpacked(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        List<UUID> ids = new ArrayList<>(bytes.remaining() / 16);
        while (bytes.remaining() >= 16) ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        return ids;
    }
}
