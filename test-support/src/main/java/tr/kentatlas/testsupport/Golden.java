package tr.kentatlas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs as files under version control; {@code -Dgolden.update=true} writes them anew for review. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** Compares with {@code src/test/resources/<resource>} of the module under test. */
    public static void assertMatches(String resource, String actual) {
        assertMatches(RESOURCES.resolve(resource), actual);
    }

    public static void assertMatches(Path golden, String actual) {
        if (Boolean.getBoolean("golden.update")) {
            write(golden, actual);
            return;
        }
        assertThat(golden)
                .as("golden file; run with -Dgolden.update=true to write it")
                .exists();
        assertThat(actual).as(golden.toString()).isEqualTo(read(golden));
    }

    private static void write(Path golden, String actual) {
        try {
            Files.createDirectories(golden.toAbsolutePath().getParent());
            Files.writeString(golden, actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path golden) {
        try {
            return Files.readString(golden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
