package tr.kentatlas.api.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The files of {@link Words} as they are shipped. */
final class RefusalFiles {
    private RefusalFiles() {}

    static Properties turkish() throws IOException {
        return file("refusals.properties");
    }

    static Properties english() throws IOException {
        return file("refusals_en.properties");
    }

    /** What the synchronisation with the address registry says of its work. */
    static Properties remarks() throws IOException {
        return file("remarks.properties");
    }

    private static Properties file(String name) throws IOException {
        Properties file = new Properties();
        try (var stream = Objects.requireNonNull(RefusalFiles.class.getResourceAsStream("/kentatlas/i18n/" + name))) {
            file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return file;
    }
}
