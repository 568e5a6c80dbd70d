package tr.kentatlas.api.ops.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal beside the service: one file at a time, only ever appended to, its owner's alone. A file's name and the number of a line in it
 * identify an entry for ever, so that shipping it twice stores it once. What is appended survives the process at once, and the machine
 * after {@link #force}. In a file, the zeros at its end are room that nothing was written to yet.
 */
public final class LocalJournal implements AutoCloseable {
    private final Path folder;
    private final String suffix;
    private final int room;
    private @Nullable RoomyFile open;
    private boolean isDirty;

    /**
     * No file is made before it is needed.
     *
     * @param suffix of its files, with the dot; every journal of a folder has its own
     * @param room bytes of the disk that are taken at once
     */
    public LocalJournal(Path folder, String suffix, int room) {
        this.folder = folder;
        this.suffix = suffix;
        this.room = room;
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
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** The number in the name of one of its files. */
    public UUID number(Path of) {
        String name = of.getFileName().toString();
        return UUID.fromString(name.substring(0, name.length() - suffix.length()));
    }

    /** Makes sure that so many bytes can be appended whatever becomes of the disk. */
    public synchronized void require(int bytes) throws IOException {
        withRoom(bytes);
    }

    /** Appends whole or not at all. A file that cannot be written any more is left for a new one. */
    public synchronized void append(byte[] lines) throws IOException {
        RoomyFile file = withRoom(lines.length);
        try {
            file.append(lines);
            isDirty = true;
        } catch (IOException e) {
            leave(file, e);
            throw e;
        }
    }

    /** Puts on disk what was appended; others go on appending meanwhile. */
    public void force() throws IOException {
        RoomyFile file = takeDirty();
        if (file == null) return;
        try {
            file.force();
        } catch (ClosedChannelException e) {
            closeIfOpen(file); // an interrupt closed it; who closes it on purpose forces it
        } catch (IOException e) {
            setDirty();
            throw e;
        }
    }

    private synchronized @Nullable RoomyFile takeDirty() {
        if (!isDirty) return null;
        isDirty = false;
        return open;
    }

    private synchronized void setDirty() {
        isDirty = true;
    }

    /** Whether this file is the one being appended to; it may still grow. */
    synchronized boolean isOpen(Path candidate) {
        return open != null && candidate.equals(open.path());
    }

    /**
     * Takes a file away that has ended. Its room is given back at once: memory it was written through would keep that of a file that is only
     * deleted until somebody collects it.
     */
    void delete(Path ended) throws IOException {
        if (isOpen(ended)) throw new IllegalStateException(ended + " is still written to");
        try (FileChannel channel = FileChannel.open(ended, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
        Files.delete(ended);
    }

    /** Begins a new file at the next entry, if this one has so many bytes. */
    synchronized void turnOver(long bytes) throws IOException {
        if (open != null && open.end() >= bytes) close();
    }

    @Override
    public synchronized void close() throws IOException {
        if (open == null) return;
        RoomyFile file = open;
        open = null;
        file.close();
    }

    private RoomyFile open() throws IOException {
        RoomyFile file = open;
        if (file != null) return file;
        RoomyFile fresh = new RoomyFile(folder.resolve(UUID.randomUUID() + suffix), room);
        open = fresh;
        return fresh;
    }

    /** A disk without room leaves the file as it is; one that was closed, as an interrupt does, never takes anything again. */
    private RoomyFile withRoom(int bytes) throws IOException {
        RoomyFile file = open();
        try {
            file.require(bytes);
            return file;
        } catch (ClosedChannelException e) {
            leave(file, e);
            throw e;
        }
    }

    private synchronized void closeIfOpen(RoomyFile file) throws IOException {
        if (file == open) close();
    }

    private void leave(RoomyFile file, IOException cause) {
        open = null;
        try {
            file.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
