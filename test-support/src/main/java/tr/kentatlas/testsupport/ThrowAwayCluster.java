package tr.kentatlas.testsupport;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tr.kentatlas.cluster.ClusterException;
import tr.kentatlas.cluster.Durability;
import tr.kentatlas.cluster.PrivateCluster;
import tr.kentatlas.cluster.ServerAddress;

/**
 * One cluster per JVM, named after the JVM's process so that a dead one's can be removed: in memory where there is room for some dozens
 * of databases of a thousand small files each, which takes a third of the time; else below the temporary folder.
 */
final class ThrowAwayCluster {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 8L << 30;

    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
    private static final String PREFIX = "kentatlas-test-";

    private ThrowAwayCluster() {}

    static ServerAddress start() {
        removeThoseOfDeadProcesses(TEMPORARY);
        if (Files.isWritable(MEMORY)) removeThoseOfDeadProcesses(MEMORY);
        Path home = folder().resolve(ProcessName.of(PREFIX));
        PrivateCluster cluster = PrivateCluster.in(home, Durability.THROW_AWAY);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home), "remove-test-cluster"));
        cluster.create();
        return cluster.start();
    }

    private static Path folder() {
        try {
            boolean hasRoom = Files.isWritable(MEMORY)
                    && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
                    && availableMemory() > ROOM;
            return hasRoom ? MEMORY : TEMPORARY;
        } catch (IOException e) {
            return TEMPORARY;
        }
    }

    /** What such a file system may take can be more than what there is. */
    private static long availableMemory() throws IOException {
        Matcher told = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
        return told.find() ? Long.parseLong(told.group(1)) << 10 : 0;
    }

    /** One JVM at a time: two that start together would remove the same cluster under each other. */
    static void removeThoseOfDeadProcesses(Path folder) {
        Path turn = folder.resolve("kentatlas-sweep-" + System.getProperty("user.name") + ".lock");
        try (FileChannel channel = FileChannel.open(turn, CREATE, WRITE)) {
            channel.lock(); // Given back when the channel is closed.
            removeTheDead(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeTheDead(Path folder) throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            homes.filter(home -> ProcessName.isOfDead(PREFIX, home)).forEach(ThrowAwayCluster::removeIfOurs);
        }
    }

    /** What cannot be removed is told and stays: the next tests do not need it gone. */
    private static void removeIfOurs(Path home) {
        try {
            if (Files.isWritable(home)) {
                remove(home);
            }
        } catch (UncheckedIOException | ClusterException e) {
            System.err.println("Left over and not removed: " + home + " (" + e.getMessage() + ")");
        }
    }

    private static void remove(Path home) {
        PrivateCluster.in(home, Durability.THROW_AWAY).remove();
        try {
            Files.deleteIfExists(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
