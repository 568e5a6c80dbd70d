package tr.kentatlas.api.exchange.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;

/**
 * One line of the journal of receipts: what left under which agreement.
 *
 * @param answers 1; 0 for a line that goes on with the features of the one before
 * @param content the features by identity, or the piece of a map
 */
record Line(Under under, String type, String channel, Instant at, int answers, long bytes, Content content) {

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

    /** A piece of a map, with its box in CRS84. */
    record Piece(String place, double west, double south, double east, double north) implements Content {
        static Piece of(String place, Envelope box) {
            return new Piece(place, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }
    }

    byte[] bytesOfLine() {
        String text = String.join(
                "\t",
                Long.toString(under.agreement),
                Integer.toString(under.version),
                Long.toString(under.release),
                type,
                channel,
                Long.toString(at.toEpochMilli()),
                Integer.toString(answers),
                Long.toString(bytes),
                written(content));
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Line parse(String text) {
        String[] parts = text.split("\t", -1);
        if (parts.length != 10 && parts.length != 14) throw new IllegalArgumentException("no line of the journal");
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
            case Piece p -> String.join("\t", "M", p.place, "" + p.west, "" + p.south, "" + p.east, "" + p.north);
        };
    }

    private static Content content(String[] parts) {
        if (parts[8].equals("F")) return new Features(unpacked(parts[9]));
        if (parts[8].equals("A")) return new Again(unpacked(parts[9]));
        return new Piece(
                parts[9],
                Double.parseDouble(parts[10]),
                Double.parseDouble(parts[11]),
                Double.parseDouble(parts[12]),
                Double.parseDouble(parts[13]));
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
