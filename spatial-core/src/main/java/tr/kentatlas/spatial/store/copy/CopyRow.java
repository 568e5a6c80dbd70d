package tr.kentatlas.spatial.store.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import tr.kentatlas.spatial.model.Attribute;

/** One row as PostgreSQL's binary COPY sends it (PostgreSQL manual, COPY, "Binary Format"), its fields found once. */
public final class CopyRow {
    private static final int ABSENT = -1;
    private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long SECONDS_TO_2000 =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final ByteBuffer row;
    private final int[] starts;
    private final int[] lengths;

    public CopyRow(byte[] message) {
        row = ByteBuffer.wrap(message);
        int fields = row.getShort();
        starts = new int[fields + 1];
        lengths = new int[fields];
        for (int field = 0; field < fields; field++) {
            lengths[field] = row.getInt();
            starts[field] = row.position();
            row.position(row.position() + Math.max(0, lengths[field]));
        }
        starts[fields] = row.position() + Integer.BYTES;
    }

    public boolean isNull(int field) {
        return lengths[field] == ABSENT;
    }

    /** A field's content. */
    public byte @Nullable [] bytes(int field) {
        if (isNull(field)) return null;
        byte[] content = new byte[lengths[field]];
        row.get(starts[field], content);
        return content;
    }

    public @Nullable String text(int field) {
        byte[] content = bytes(field);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    /** A field of type {@code uuid} that is not null. */
    public UUID uuid(int field) {
        return new UUID(row.getLong(starts[field]), row.getLong(starts[field] + Long.BYTES));
    }

    /** A field of type {@code real} that is not null. */
    public float real(int field) {
        return row.getFloat(starts[field]);
    }

    /** The first fields as they came, each with its length before it. */
    public byte[] first(int fields) {
        byte[] content = new byte[starts[fields] - Integer.BYTES - Short.BYTES];
        row.get(Short.BYTES, content);
        return content;
    }

    /** A field as the value {@link tr.kentatlas.spatial.feature.Feature} has of the attribute; of a geometry its GeoJSON. */
    public @Nullable Object value(int field, Attribute attribute) {
        if (isNull(field)) return null;
        int start = starts[field];
        return attribute.isMany() ? many(start, attribute) : one(start, lengths[field], attribute);
    }

    private Object one(int start, int length, Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT, CODE, URI, GEOMETRY ->
                new String(row.array(), row.arrayOffset() + start, length, StandardCharsets.UTF_8);
            case INTEGER -> row.getInt(start);
            case LONG -> row.getLong(start);
            case DECIMAL -> row.getDouble(start);
            case BOOLEAN -> row.get(start) != 0;
            case DATE -> LocalDate.ofEpochDay(DAYS_TO_2000 + row.getInt(start));
            case INSTANT -> instant(row.getLong(start));
            case REFERENCE, UUID -> new UUID(row.getLong(start), row.getLong(start + Long.BYTES));
        };
    }

    private static Instant instant(long micros) {
        if (micros == Long.MAX_VALUE) return Instant.ofEpochMilli(PGStatement.DATE_POSITIVE_INFINITY);
        if (micros == Long.MIN_VALUE) return Instant.ofEpochMilli(PGStatement.DATE_NEGATIVE_INFINITY);
        return Instant.ofEpochSecond(
                SECONDS_TO_2000 + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /**
     * An array (array_send): dimensions, flags, element type, then length and lower bound of the one dimension there may be. What is null
     * in it is left out.
     */
    private List<Object> many(int start, Attribute attribute) {
        List<Object> values = new ArrayList<>();
        if (row.getInt(start) == 0) return values;
        int count = row.getInt(start + 12);
        int at = start + 20;
        for (int i = 0; i < count; i++) {
            int length = row.getInt(at);
            at += Integer.BYTES;
            if (length == ABSENT) continue;
            values.add(one(at, length, attribute));
            at += length;
        }
        return values;
    }
}
