package tr.kentatlas.api.thematic;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.word.Worded;

/** The palettes of {@code data/styles/palettes.yaml}, which are ColorBrewer's. */
public final class Palettes {
    /** Sequential, and safe for colour-blind readers at every number of classes. */
    public static final String DEFAULT = "YlGnBu";

    /** With two ends, for classes around a mean; as safe. */
    public static final String DEFAULT_DIVERGING = "PuOr";

    /** For categories. */
    public static final String DEFAULT_CATEGORIES = "Paired";

    private static final Map<String, Palette> ALL = read();

    private Palettes() {}

    /** The palette of a map that names none. */
    static Palette usual(Method method) {
        String name = switch (method) {
            case CATEGORIES -> DEFAULT_CATEGORIES;
            case STANDARD_DEVIATION -> DEFAULT_DIVERGING;
            default -> DEFAULT;
        };
        return find(name).orElseThrow();
    }

    public static Optional<Palette> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static List<Palette> list() {
        return List.copyOf(ALL.values());
    }

    private static Map<String, Palette> read() {
        try (InputStream in = new ClassPathResource("kentatlas/styles/palettes.yaml").getInputStream()) {
            Map<String, Palette> all = new LinkedHashMap<>();
            for (Entry entry : YAMLMapper.builder().build().readValue(in, Entry[].class)) {
                all.put(entry.name, entry.palette());
            }
            return all;
        } catch (IOException e) {
            throw new IllegalStateException("the palettes cannot be read", e);
        }
    }

    /** A palette as the file has it: qualitative ones by their longest list, of which smaller ones take the first. */
    record Entry(
            String name,
            String kind,
            int colourBlindSafe,
            @Nullable List<String> colours,
            @Nullable List<List<String>> schemes) {
        Palette palette() {
            return new Palette(
                    name,
                    Worded.of(Palette.Kind.class, kind),
                    colourBlindSafe,
                    colours == null ? (schemes == null ? List.of() : schemes) : beginnings(colours));
        }

        private static List<List<String>> beginnings(List<String> colours) {
            List<List<String>> schemes = new ArrayList<>();
            for (int n = 3; n <= colours.size(); n++) schemes.add(colours.subList(0, n));
            return schemes;
        }
    }
}
