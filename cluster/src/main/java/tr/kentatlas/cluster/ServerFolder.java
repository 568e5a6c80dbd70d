package tr.kentatlas.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the server's own files lie: below the home, or in {@code /var/lib/kentatlas} when its user cannot get there. */
final class ServerFolder {
    private static final Path ELSEWHERE = Path.of("/var/lib/kentatlas");
    private static final String MAKING = "making-";

    private ServerFolder() {}

    static Path prepare(Path home, ServerUser user) {
        Path near = near(home);
        try {
            user.makePrivateFolder(near);
            if (user.canEnter(near)) {
                return near;
            }
            Files.delete(near);
            Path far = far(home);
            makePassable(ELSEWHERE);
            user.makePrivateFolder(far);
            return far;
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot create the database's folder: no permission to write " + e.getMessage() + ".", e);
        }
    }

    /** Whoever makes it, the server's user gets through it to its own. */
    private static void makePassable(Path folder) throws IOException {
        if (Files.exists(folder)) return;
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** Where a new cluster is made, to become the cluster by a rename. */
    static Path making(Path folder) {
        return folder.resolve(MAKING + ProcessHandle.current().pid() + "-" + System.nanoTime());
    }

    static Path makingPassword(Path folder) {
        return folder.resolve(MAKING + "password");
    }

    /** What an interrupted making left in that folder. */
    static void removeHalfMade(Path folder) {
        try (Stream<Path> left = Files.list(folder)) {
            left.filter(path -> path.getFileName().toString().startsWith(MAKING))
                    .forEach(ServerFolder::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same wherever the folder of that home may lie, with the folder itself; a cluster's data stay. */
    static void removeAnyHalfMade(Path home) {
        for (Path folder : List.of(near(home), far(home))) {
            if (Files.isDirectory(folder)) {
                removeHalfMade(folder);
                removeIfEmpty(folder);
            }
        }
    }

    private static void removeIfEmpty(Path folder) {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // Data whose password is lost: somebody may still have it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path near(Path home) {
        return home.resolve("database");
    }

    private static Path far(Path home) {
        return ELSEWHERE.resolve(hash(home));
    }

    /** Removes a tree; what is missing, also because another process removes it at the same time, is fine. */
    static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
            if (!(reason instanceof NoSuchFileException)) throw reason;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) throws IOException {
            if (reason != null && !(reason instanceof NoSuchFileException)) throw reason;
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private static String hash(Path home) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(home.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
