package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to write in a folder of indexes, which one at a time has: among threads by a lock of this process, among processes by one on
 * a file. Whoever is killed loses it.
 */
final class BuildLock implements AutoCloseable {
    private static final String FILE = ".turn";
    private static final ReentrantLock HERE = new ReentrantLock();

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until nobody else writes. */
    static BuildLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        HERE.lock();
        try {
            return new BuildLock(locked(folder.resolve(FILE)));
        } catch (IOException | RuntimeException e) {
            HERE.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!channel.lock().isValid()) throw new IOException("no lock on " + file);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Closing the file gives the lock back; the file stays, so that all lock the same one. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HERE.unlock();
        }
    }
}
