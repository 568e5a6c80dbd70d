package tr.kentatlas.api.cli.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import tr.kentatlas.api.cli.instance.WebPort;

/** A port nobody has. */
final class FreePort {
    private FreePort() {}

    static WebPort find() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return new WebPort(probe.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
