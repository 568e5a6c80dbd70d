package tr.kentatlas.api.access.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.api.ops.journal.WholeLines;

/** Reads a journal file from where it was left, whole lines only. */
final class JournalReader {
    private static final int MOST_LINES = 500;

    private final Path file;
    private long offset;
    private long line;
    private int read;
    private long readTo;

    /** Lines read together, and how many are damaged: those have no JSON. */
    record Batch(List<Numbered> lines, long damaged) {}

    /** A line's JSON object and its number in the file, from 0. */
    record Numbered(long number, String json) {}

    JournalReader(Path file) {
        this.file = file;
    }

    /** The next lines; none when the file has (for now) ended. They are read again until {@link #accept} is told of them. */
    Batch next(boolean mayGrow) throws IOException {
        List<Numbered> lines = new ArrayList<>();
        read = 0;
        try (WholeLines whole = new WholeLines(file, offset, mayGrow)) {
            for (byte[] raw = whole.next(); raw != null; raw = read < MOST_LINES ? whole.next() : null) {
                long number = line + read++;
                JournalLine.json(raw).ifPresent(json -> lines.add(new Numbered(number, json)));
            }
            readTo = offset + whole.bytes();
            boolean isTorn = read == 0 && whole.endsBehindAHole();
            return new Batch(lines, isTorn ? 1 : read - lines.size());
        }
    }

    /** What was read last is kept elsewhere now. Tells whether there was anything. */
    boolean accept() {
        boolean hasRead = read > 0;
        line += read;
        offset = readTo;
        read = 0;
        return hasRead;
    }
}
