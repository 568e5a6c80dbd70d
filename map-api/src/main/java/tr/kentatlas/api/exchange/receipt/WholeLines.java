package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file that have their ends, read on from a byte without holding more than the longest of them: a file may still grow. */
final class WholeLines implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private long bytes;

    WholeLines(Path file, long position) throws IOException {
        in = Files.newInputStream(file);
        in.skipNBytes(position);
    }

    /** Without its end; null where no further one is whole. */
    @Nullable
    String next() throws IOException {
        int looked = 0;
        while (true) {
            for (; from + looked < to; looked++) if (block[from + looked] == '\n') return take(looked);
            if (!readOn()) return null;
        }
    }

    /** So many bytes the lines had until now. */
    long bytes() {
        return bytes;
    }

    private String take(int length) {
        String line = new String(block, from, length, StandardCharsets.UTF_8);
        from += length + 1;
        bytes += length + 1;
        return line;
    }

    private boolean readOn() throws IOException {
        System.arraycopy(block, from, block, 0, to - from);
        to -= from;
        from = 0;
        if (to == block.length) block = Arrays.copyOf(block, 2 * to);
        int more = in.read(block, to, block.length - to);
        if (more > 0) to += more;
        return more > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
