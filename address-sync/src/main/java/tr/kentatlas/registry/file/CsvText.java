package tr.kentatlas.registry.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a CSV file apart, record by record, from any record on (RFC 4180; commas, semicolons or tabs). It looks at bytes: what separates
 * fields and records is the same byte in every charset an export has.
 */
final class CsvText implements Closeable {
    private static final int END = -1;

    private final InputStream in;
    private final CsvForm form;
    private int next;
    private long at;
    private long begin;

    private CsvText(InputStream in, long at, CsvForm form) throws IOException {
        this.in = in;
        this.form = form;
        this.at = at;
        this.next = in.read();
    }

    /** Begins at a byte of the file. */
    static CsvText open(Path file, long from, CsvForm form) throws IOException {
        FileChannel channel = FileChannel.open(file);
        return new CsvText(new BufferedInputStream(Channels.newInputStream(channel.position(from))), from, form);
    }

    /** The next record that is not blank; null behind the last. */
    @Nullable
    List<String> next() throws IOException {
        while (next != END) {
            begin = at;
            List<String> record = record();
            if (record.size() > 1 || !record.getFirst().isBlank()) return record;
        }
        return null;
    }

    /** Where the record told last begins. */
    long begin() {
        return begin;
    }

    private List<String> record() throws IOException {
        List<String> fields = new ArrayList<>();
        boolean more = true;
        while (more) {
            fields.add(field().strip());
            more = next == form.separator();
            if (next != END) advance();
        }
        return fields;
    }

    /** Two quotes inside quotes stand for one. */
    private String field() throws IOException {
        if (next != '"') return plain();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        advance();
        while (next != END && !isClosing(out)) {
            out.write(next);
            advance();
        }
        String rest = plain();
        String quoted = out.toString(form.charset());
        return rest.isBlank() ? quoted : quoted + rest;
    }

    /** Whether the quotes end here; a quote that stands for itself is taken. */
    private boolean isClosing(ByteArrayOutputStream out) throws IOException {
        while (next == '"') {
            advance();
            if (next != '"') return true;
            out.write('"');
            advance();
        }
        return next == END;
    }

    private String plain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (next != END && next != form.separator() && next != '\n') {
            out.write(next);
            advance();
        }
        return out.toString(form.charset());
    }

    private void advance() throws IOException {
        next = in.read();
        at++;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
