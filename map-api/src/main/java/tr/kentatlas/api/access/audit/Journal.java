package tr.kentatlas.api.access.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The local journal: one file at a time, only ever appended to. A file's name and the number of a line in it identify an entry for ever,
 * so that shipping it twice stores it once. What is appended survives the process at once, and the machine after {@link #force}.
 */
final class Journal implements AutoCloseable {
    static final String SUFFIX = ".journal";
    private static final long LARGEST = 4L << 20;

    private final Path folder;
    private @Nullable FileChannel channel;
    private @Nullable Path file;
    private long end;
    private volatile boolean isDirty;

    Journal(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Appends whole or not at all: a half-written line is cut off again, and a file that cannot be cut is left for a new one. */
    synchronized void append(byte[] line) throws IOException {
        FileChannel open = open();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) open.write(bytes);
            end += line.length;
            isDirty = true;
        } catch (IOException e) {
            cutBack(open, e);
            throw e;
        }
    }

    /** Puts on disk what was appended; others go on appending meanwhile. */
    void force() throws IOException {
        FileChannel open = takeDirty();
        if (open == null) return;
        try {
            open.force(false);
        } catch (ClosedChannelException e) {
            return; // a file is forced before it is closed
        } catch (IOException e) {
            isDirty = true;
            throw e;
        }
    }

    private synchronized @Nullable FileChannel takeDirty() {
        if (!isDirty) return null;
        isDirty = false;
        return channel;
    }

    /** Whether this file is the one being appended to; it may still grow. */
    synchronized boolean isOpen(Path candidate) {
        return candidate.equals(file);
    }

    /** Begins a new file at the next entry, if this one is large enough. */
    synchronized void turnOver() throws IOException {
        if (end >= LARGEST) end();
    }

    @Override
    public synchronized void close() throws IOException {
        end();
    }

    private void end() throws IOException {
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
                java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        channel = opened;
        file = fresh;
        end = 0;
        return opened;
    }

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
}
