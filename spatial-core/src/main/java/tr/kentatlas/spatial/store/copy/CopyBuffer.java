package tr.kentatlas.spatial.store.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format"), gathered until they are sent. */
public final class CopyBuffer {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};
    private static final LocalDate EPOCH_DATE = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private byte[] bytes;
    private int size;
    private long rows;

    public CopyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    public void row(int fields) {
        putShort(fields);
        rows++;
    }

    public void nil() {
        putInt(-1);
    }

    public void raw(byte[] value) {
        raw(value, 0, value.length);
    }

    public void raw(byte[] value, int offset, int length) {
        putInt(length);
        put(value, offset, length);
    }

    /** Fields that are in this format already, each with its length before it. */
    public void framed(byte[] fields) {
        put(fields, 0, fields.length);
    }

    /** A {@code box}, which PostgreSQL keeps by its upper right and its lower left corner. */
    public void box(double minX, double minY, double maxX, double maxY) {
        putInt(4 * Double.BYTES);
        for (double ordinate : new double[] {maxX, maxY, minX, minY}) putLong(Double.doubleToRawLongBits(ordinate));
    }

    public void text(String value) {
        raw(value.getBytes(StandardCharsets.UTF_8));
    }

    public void int4(int value) {
        putInt(4);
        putInt(value);
    }

    public void int8(long value) {
        putInt(8);
        putLong(value);
    }

    public void float4(float value) {
        int4(Float.floatToRawIntBits(value));
    }

    public void float8(double value) {
        int8(Double.doubleToRawLongBits(value));
    }

    public void bool(Boolean value) {
        putInt(1);
        ensure(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    public void date(LocalDate value) {
        int4((int) ChronoUnit.DAYS.between(EPOCH_DATE, value));
    }

    public void instant(Instant value) {
        int8(ChronoUnit.MICROS.between(EPOCH, value));
    }

    public void uuid(UUID value) {
        putInt(16);
        putLong(value.getMostSignificantBits());
        putLong(value.getLeastSignificantBits());
    }

    /** A one-dimensional array; {@code element} writes one element into the buffer it is given. */
    public <T> void array(int elementOid, List<T> values, BiConsumer<CopyBuffer, T> element) {
        int lengthAt = size;
        putInt(0);
        putInt(values.isEmpty() ? 0 : 1);
        putInt(0);
        putInt(elementOid);
        if (!values.isEmpty()) {
            putInt(values.size());
            putInt(1);
            values.forEach(value -> element.accept(this, value));
        }
        int end = size;
        size = lengthAt;
        putInt(end - lengthAt - 4);
        size = end;
    }

    public int size() {
        return size;
    }

    /** Rows gathered since the last {@link #send}. */
    public long rows() {
        return rows;
    }

    /** Forgets everything after a mark taken with {@link #size}: a row that could not be finished. */
    public void cutBack(int mark) {
        size = mark;
        rows--;
    }

    /** Sends the gathered rows with one COPY and empties the buffer. */
    public void send(CopyManager copies, String copySql) throws SQLException, IOException {
        if (rows == 0) return;
        CopyIn copy = copies.copyIn(copySql);
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            copy.writeToCopy(bytes, 0, size);
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
        size = 0;
        rows = 0;
    }

    private void putShort(int value) {
        ensure(2);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        ensure(4);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void put(byte[] value, int offset, int length) {
        ensure(length);
        System.arraycopy(value, offset, bytes, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
}
