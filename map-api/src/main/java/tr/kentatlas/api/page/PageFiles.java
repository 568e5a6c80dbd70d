package tr.kentatlas.api.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script and style sheets of the data pages, under the hashed names the build of the pages gave them. */
@Component
public final class PageFiles {
    private static final String MANIFEST = "static/.vite/manifest.json";
    private static final String ENTRY = "ogc/main.ts";

    private final String script;
    private final List<String> styles;

    PageFiles() throws IOException {
        try (InputStream in = new ClassPathResource(MANIFEST).getInputStream()) {
            JsonNode manifest = JsonMapper.shared().readTree(in);
            JsonNode entry = manifest.path(ENTRY);
            if (entry.isMissingNode()) throw new IllegalStateException(MANIFEST + " knows no " + ENTRY);
            script = "/" + entry.path("file").asString();
            styles = styles(manifest, entry).distinct().map(css -> "/" + css).toList();
        }
    }

    /** Those of what it imports come first, as in the sources. */
    private static Stream<String> styles(JsonNode manifest, JsonNode entry) {
        Stream<String> imported =
                entry.path("imports").valueStream().flatMap(name -> styles(manifest, manifest.path(name.asString())));
        return Stream.concat(imported, entry.path("css").valueStream().map(JsonNode::asString));
    }

    String script() {
        return script;
    }

    public List<String> styles() {
        return styles;
    }
}
