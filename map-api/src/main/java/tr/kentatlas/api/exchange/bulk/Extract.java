package tr.kentatlas.api.exchange.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tr.kentatlas.spatial.feature.Sha256;

/**
 * One layer of one release through one grant, as a finished file.
 *
 * @param sha256 of its bytes, in Base64
 * @param ids of the features in it
 */
record Extract(Path file, long bytes, String sha256, Identities ids) {
    static Extract of(Path file, Identities ids) throws IOException {
        return new Extract(file, Files.size(file), Base64.getEncoder().encodeToString(Sha256.of(file)), ids);
    }
}
