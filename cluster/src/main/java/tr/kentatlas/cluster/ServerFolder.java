package tr.kentatlas.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Where the server's own files lie: below the home, or in {@code /var/lib/kentatlas} when its user cannot get there. */
final class ServerFolder {
    private static final Path ELSEWHERE = Path.of("/var/lib/kentatlas");

    private ServerFolder() {}

    static Path prepare(Path home, ServerUser user) {
        Path near = home.resolve("database");
        try {
            user.makePrivateFolder(near);
            if (user.canEnter(near)) {
                return near;
            }
            Files.delete(near);
            Path far = ELSEWHERE.resolve(hash(home));
            user.makePrivateFolder(far);
            return far;
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot create the database's folder: no permission to write " + e.getMessage() + ".", e);
        }
    }

    /** Removes a tree; a missing one is fine. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
