package tr.kentatlas.api.ops.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that has room before it is needed: its end is filled with zeros, and what is appended takes their place through memory. So a full
 * disk refuses room and never an entry, and an entry costs no call of the system. What was appended is the system's at once and survives the
 * process. The first zero byte is the end of what was appended; {@link #close} cuts the room off.
 */
final class RoomyFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final int step;
    private MappedByteBuffer room;
    private long roomFrom;

    /**
     * Makes it.
     *
     * @param step bytes of room taken at once
     */
    RoomyFile(Path path, int step) throws IOException {
        this.path = path;
        this.step = step;
        this.channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OWNER_ONLY);
        try {
            this.room = taken(0, step);
        } catch (IOException e) {
            abandon(e);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** So many bytes were appended. */
    long end() {
        return roomFrom + room.position();
    }

    /** Takes room for so many more bytes, unless there is. */
    void require(int bytes) throws IOException {
        if (room.remaining() >= bytes) return;
        long end = end();
        room = taken(end, Math.max(bytes, step));
        roomFrom = end;
    }

    /** Appends whole or not at all into room that was {@link #require}d. The last byte is read back, since a fault may be told late. */
    void append(byte[] bytes) throws IOException {
        int before = room.position();
        try {
            room.put(bytes);
            if (room.get(room.position() - 1) != bytes[bytes.length - 1])
                throw new InternalError("written and not there");
        } catch (InternalError e) {
            room.position(before);
            throw new IOException("the disk of " + path + " took back what it had promised", e); // mmap(2), SIGBUS
        }
    }

    /** Puts on disk what was appended (Linux counts what was written through memory among a file's content). */
    void force() throws IOException {
        channel.force(false);
    }

    /** Everything appended is on disk, and nothing else is in the file, also when an interrupt closed it before or is waiting to. */
    void close() throws IOException {
        boolean isInterrupted = Thread.interrupted();
        try (FileChannel last = channel.isOpen() ? channel : FileChannel.open(path, StandardOpenOption.WRITE)) {
            last.truncate(end());
            last.force(true);
        } finally {
            if (isInterrupted) Thread.currentThread().interrupt();
        }
    }

    /** What is there already stays; where not all of it can be had, none is. */
    private MappedByteBuffer taken(long from, int bytes) throws IOException {
        long had = channel.size();
        try {
            fill(had, from + bytes);
            return channel.map(FileChannel.MapMode.READ_WRITE, from, bytes);
        } catch (IOException e) {
            cut(had, e);
            throw e;
        }
    }

    private void cut(long size, IOException cause) {
        try {
            channel.truncate(size);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void fill(long from, long to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
        for (long at = from; at < to; at += zeros.position()) {
            zeros.clear().limit((int) Math.min(BLOCK, to - at));
            while (zeros.hasRemaining()) channel.write(zeros, at + zeros.position());
        }
    }

    private void abandon(IOException cause) {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
