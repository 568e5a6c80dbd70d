package tr.kentatlas.api.exchange.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * One layer of one release through one grant, as a finished file.
 *
 * @param sha256 of its bytes, in Base64
 * @param ids of the features in it
 */
record Extract(Path file, long bytes, String sha256, List<UUID> ids) {
    Extract {
        ids = List.copyOf(ids);
    }

    static Extract of(Path file, List<UUID> ids) throws IOException {
        return new Extract(file, Files.size(file), digest(file), new ArrayList<>(ids));
    }

    private static String digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) digest.update(buffer, 0, n);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
