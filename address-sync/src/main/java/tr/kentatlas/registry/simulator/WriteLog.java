package tr.kentatlas.registry.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The writes in a file, one a line, on the disk before they are answered: carried out again at the next start they give the same codes. */
final class WriteLog {
    private final Optional<Path> file;

    WriteLog(Optional<Path> file) {
        this.file = file;
    }

    void append(byte[] message) {
        file.ifPresent(path -> append(path, Base64.getEncoder().encodeToString(message) + "\n"));
    }

    private static void append(Path path, String line) {
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A last line that a crash cut short was never answered, and is dropped. */
    void replay(Consumer<byte[]> message) {
        file.filter(Files::exists).ifPresent(path -> {
            String text = read(path);
            int whole = text.lastIndexOf('\n') + 1;
            if (whole < text.length()) {
                cut(path, whole);
            }
            text.substring(0, whole)
                    .lines()
                    .forEach(line -> message.accept(Base64.getDecoder().decode(line)));
        });
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(Path path, int length) {
        try (FileChannel out =
                FileChannel.open(path, List.of(StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new))) {
            out.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
