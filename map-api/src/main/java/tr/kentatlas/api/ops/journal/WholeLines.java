package tr.kentatlas.api.ops.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal's file from some byte on that have their ends, without holding more than the longest of them. While the file may
 * grow, the first zero byte is the end of what was appended. In one that may not, a zero with something behind it is a hole: a loss of power
 * can leave a page unwritten and keep the next. What is behind is read, too; the line with the hole comes as it stands, for its reader to
 * refuse.
 */
final class WholeLines implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final FileChannel in;
    private final boolean mayGrow;
    private byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private long bytes;

    WholeLines(Path file, long begin, boolean mayGrow) throws IOException {
        this.mayGrow = mayGrow;
        in = FileChannel.open(file);
        in.position(begin);
    }

    /** Without its end; null where no further one is whole. */
    byte @Nullable [] next() throws IOException {
        int looked = 0;
        while (true) {
            for (; from + looked < to; looked++) {
                if (block[from + looked] == '\n') return take(looked);
                if (mayGrow && block[from + looked] == 0) return null;
            }
            if (!readOn()) return null;
        }
    }

    /** So many bytes the lines had until now. */
    long bytes() {
        return bytes;
    }

    /** After the last line: whether what has no end is more than half a line and the room that was never written to. */
    boolean endsBehindAHole() {
        boolean isRoom = false;
        for (int at = from; at < to; at++) {
            if (isRoom && block[at] != 0) return !mayGrow;
            isRoom = block[at] == 0;
        }
        return false;
    }

    /** Whether a part of a line was never written. */
    static boolean hasHole(byte[] line) {
        for (byte one : line) if (one == 0) return true;
        return false;
    }

    private byte[] take(int length) {
        byte[] line = Arrays.copyOfRange(block, from, from + length);
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
