package tr.kentatlas.api.exchange.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The local journal of receipts: what is appended survives the process at once. Files that are full or left behind can be shipped and removed. */
final class ReceiptJournal implements AutoCloseable {
    private static final String SUFFIX = ".receipts";
    private static final long LARGEST = 8L << 20;
    /** Room for what the answers under way still have to tell when they end. */
    private static final long RESERVE = 1L << 20;

    private final Path folder;
    private final FileStore disk;
    private @Nullable FileChannel channel;
    private @Nullable Path file;
    private long end;

    ReceiptJournal(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            this.disk = Files.getFileStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an answer may begin: one that could not be accounted for to its end is better not begun. */
    boolean hasRoom() throws IOException {
        return disk.getUsableSpace() >= RESERVE;
    }

    Path folder() {
        return folder;
    }

    /** Appends the lines all together; what was written of them when there is no room for all is cut off again. */
    void append(List<Line> lines) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(line -> all.writeBytes(line.bytesOfLine()));
        append(all.toByteArray());
    }

    private synchronized void append(byte[] lines) throws IOException {
        FileChannel open = open();
        ByteBuffer bytes = ByteBuffer.wrap(lines);
        try {
            while (bytes.hasRemaining()) open.write(bytes);
            end += lines.length;
        } catch (IOException e) {
            cutBack(open, e);
            throw e;
        }
        if (end >= LARGEST) close();
    }

    /** A file that cannot be cut is left for a new one: half a line is none. */
    private void cutBack(FileChannel open, IOException cause) {
        try {
            open.truncate(end);
            open.position(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
            channel = null;
            file = null;
        }
    }

    /** All files, also those a process before left. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    synchronized boolean isOpen(Path candidate) {
        return candidate.equals(file);
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel == null) return;
        channel.force(false);
        channel.close();
        channel = null;
        file = null;
    }

    private FileChannel open() throws IOException {
        if (channel != null) return channel;
        Path fresh = folder.resolve(UUID.randomUUID() + SUFFIX);
        FileChannel opened = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        channel = opened;
        file = fresh;
        end = 0;
        return opened;
    }
}
