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
        return files("refusals.properties", "geoserver.properties");
    }

    static Properties english() throws IOException {
        return files("refusals_en.properties", "geoserver_en.properties");
    }

    /** What the synchronisation with the address registry says of its work. */
    static Properties remarks() throws IOException {
        return files("remarks.properties");
    }

    private static Properties files(String... names) throws IOException {
        Properties sentences = new Properties();
        for (String name : names) {
            try (var stream =
                    Objects.requireNonNull(RefusalFiles.class.getResourceAsStream("/kentatlas/i18n/" + name))) {
                sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        }
        return sentences;
    }
}
