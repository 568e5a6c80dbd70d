package tr.kentatlas.api.access.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a journal file from where it was left, whole lines only. The first zero byte is the end of what was appended. */
final class JournalReader {
    private static final int MOST_LINES = 500;
    private static final int BLOCK = 1 << 16;

    private final Path file;
    private long offset;
    private long line;

    /** Lines read together. A line that is damaged has no JSON. */
    record Batch(List<Numbered> lines, long damaged) {}

    /** A line's JSON object and its number in the file, from 0. */
    record Numbered(long number, String json) {}

    JournalReader(Path file) {
        this.file = file;
    }

    /** The next lines; none when the file has (for now) ended. They are read again until {@link #accept} is told of them. */
    Batch next() throws IOException {
        List<byte[]> raw = rawLines();
        List<Numbered> lines = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            long number = line + i;
            JournalLine.json(raw.get(i)).ifPresent(json -> lines.add(new Numbered(number, json)));
        }
        read = raw.size();
        return new Batch(lines, raw.size() - (long) lines.size());
    }

    private int read;
    private long readTo;

    /** What was read last is kept elsewhere now. */
    void accept() {
        line += read;
        offset = readTo;
        read = 0;
    }

    boolean hasRead() {
        return read > 0;
    }

    private List<byte[]> rawLines() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        readTo = offset;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(offset);
            byte[] block = new byte[BLOCK];
            ByteArrayOutputStream current = new ByteArrayOutputStream();
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                for (int i = 0; i < n; i++) {
                    if (block[i] == 0) return lines;
                    if (block[i] != '\n') {
                        current.write(block[i]);
                        continue;
                    }
                    readTo += current.size() + 1L;
                    lines.add(current.toByteArray());
                    current.reset();
                    if (lines.size() == MOST_LINES) return lines;
                }
            }
        }
        return lines;
    }
}
