package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal's file from some byte on that have their ends, without holding more than the longest of them. The first zero byte
 * is the end of what was appended.
 */
final class WholeLines implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final FileChannel in;
    private byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private long bytes;

    WholeLines(Path file, long begin) throws IOException {
        in = FileChannel.open(file);
        in.position(begin);
    }

    /** Without its end; null where no further one is whole. */
    @Nullable
    String next() throws IOException {
        int looked = 0;
        while (true) {
            for (; from + looked < to; looked++) {
                if (block[from + looked] == '\n') return take(looked);
                if (block[from + looked] == 0) return null;
            }
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
        int more = in.read(ByteBuffer.wrap(block, to, block.length - to));
        if (more <= 0) return false;
        to += more;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
