package tr.kentatlas.api.ops.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal beside the service: one file at a time, only ever appended to, its owner's alone. A file's name and the number of a line in it
 * identify an entry for ever, so that shipping it twice stores it once. What is appended survives the process at once, and the machine
 * after {@link #force}.
 */
public final class LocalJournal implements AutoCloseable {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final String suffix;
    private volatile @Nullable FileChannel channel;
    private @Nullable Path file;
    private long end;
    private volatile boolean isDirty;

    /** @param suffix of its files, with the dot; every journal of a folder has its own */
    public LocalJournal(Path folder, String suffix) {
        this.folder = folder;
        this.suffix = suffix;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** All its files, also those a process before left. */
    public List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** The number in the name of one of its files. */
    public UUID number(Path of) {
        String name = of.getFileName().toString();
        return UUID.fromString(name.substring(0, name.length() - suffix.length()));
    }

    /** Makes sure that there is a file to append to. */
    public void begin() throws IOException {
        if (channel == null) openOne();
    }

    private synchronized void openOne() throws IOException {
        open();
    }

    /** Appends whole or not at all: a half-written line is cut off again, and a file that cannot be cut is left for a new one. */
    public synchronized void append(byte[] lines) throws IOException {
        FileChannel open = open();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            while (bytes.hasRemaining()) open.write(bytes);
            end += lines.length;
            isDirty = true;
        } catch (IOException e) {
            cutBack(open, e);
            throw e;
        }
    }

    /** Puts on disk what was appended; others go on appending meanwhile. */
    public void force() throws IOException {
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
    public synchronized boolean isOpen(Path candidate) {
        return candidate.equals(file);
    }

    /** So many bytes of one of its files stay; of the open one more may be written and cut off again. */
    public synchronized long kept(Path candidate) throws IOException {
        return isOpen(candidate) ? end : Files.size(candidate);
    }

    /** Begins a new file at the next entry, if this one has so many bytes. */
    public synchronized void turnOver(long bytes) throws IOException {
        if (end >= bytes) close();
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel == null) return;
        channel.force(false);
        leave(channel);
    }

    private FileChannel open() throws IOException {
        if (channel != null) return channel;
        Path fresh = folder.resolve(UUID.randomUUID() + suffix);
        FileChannel opened =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
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
            leave(open, cause);
        }
    }

    private void leave(FileChannel open, IOException cause) {
        try {
            leave(open);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void leave(FileChannel open) throws IOException {
        channel = null;
        file = null;
        end = 0;
        open.close();
    }
}
