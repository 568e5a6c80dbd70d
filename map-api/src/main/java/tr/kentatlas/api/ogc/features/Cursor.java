package tr.kentatlas.api.ogc.features;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Page;

/**
 * Where a page ended, before it is sealed. It carries the release, so that all pages come from one, and the mark of the question, so that
 * it cannot be used with another question or by others than those who see the same.
 *
 * @param question see {@link Cursors#mark}
 */
record Cursor(long release, long question, Page.Position position) {

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(release);
            out.writeLong(question);
            out.writeLong(position.ordinal());
            for (Page.SortValue value : position.sortValues()) write(value.text(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Cursor read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long release = in.readLong();
            long question = in.readLong();
            long ordinal = in.readLong();
            List<Page.SortValue> values = new ArrayList<>();
            while (in.available() > 0) values.add(new Page.SortValue(in.readBoolean() ? text(in) : null));
            return new Cursor(release, question, new Page.Position(values, ordinal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text == null) return;
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(content.length);
        out.write(content);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
