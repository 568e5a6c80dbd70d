package tr.kentatlas.api.exchange.bulk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/** Identities of features in a file, sixteen bytes each: those of a large layer need no memory. */
record Identities(Path file) {
    private static final int BYTES = 16;

    /** Written while the layer is. */
    static final class Writer implements Consumer<UUID>, AutoCloseable {
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }

        @Override
        public void accept(UUID id) {
            try {
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    long count() {
        try {
            return Files.size(file) / BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forEach(Consumer<UUID> each) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long left = count(); left > 0; left--) each.accept(new UUID(in.readLong(), in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
