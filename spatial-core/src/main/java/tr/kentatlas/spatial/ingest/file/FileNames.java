package tr.kentatlas.spatial.ingest.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/** Names of files and layers as names of feature types. */
final class FileNames {
    private FileNames() {}

    static String of(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The name up to its first dot: {@code bina} of {@code bina.geojson}. */
    static String stem(Path file) {
        String name = of(file);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The type that a name means, whatever its case. */
    static Optional<FeatureType> type(Model model, @Nullable String name) {
        return name == null ? Optional.empty() : model.find(name.strip().toLowerCase(Locale.ROOT));
    }

    static String list(Stream<String> names) {
        return names.map(n -> "'" + n + "'").collect(Collectors.joining(", "));
    }
}
