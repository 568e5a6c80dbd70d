package tr.kentatlas.testsupport;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Folders for what tests of one JVM share, removed when it ends, or when the next one begins if it was killed; what belongs to one test
 * class lies in its {@code @TempDir}.
 */
public final class Scratch {
    private static final String PREFIX = "kentatlas-scratch-";
    private static final FileAttribute<?> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Path BASE = made();

    private Scratch() {}

    /** A new, empty folder. */
    public static Path folder(String purpose) {
        try {
            return Files.createTempDirectory(BASE, purpose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            removeThoseOfDeadProcesses(temporary);
            Path base = Files.createDirectory(temporary.resolve(ProcessName.of(PREFIX)), OURS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(base), "remove-scratch"));
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeThoseOfDeadProcesses(Path temporary) throws IOException {
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.filter(folder -> ProcessName.isOfDead(PREFIX, folder)).forEach(Scratch::remove);
        }
    }

    /** Somebody may still write there; whatever can be removed is. */
    private static void remove(Path base) {
        try (Stream<Path> tree = Files.walk(base)) {
            tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + base + " (" + e.getMessage() + ")");
        }
    }
}
