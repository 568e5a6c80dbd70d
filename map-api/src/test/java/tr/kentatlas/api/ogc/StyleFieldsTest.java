package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.store.map.TileStore;

/** What the map's style reads is in its tiles; a name that is not there would paint everything alike, and nobody would be told. */
class StyleFieldsTest {
    private final Model model = ModelReader.read();

    @Test
    void everyFieldTheStyleReadsIsInTheTileAndHasOneValue() throws IOException {
        Map<String, Set<String>> carried = carried();
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:kentatlas/styles/map/*.json");
        assertThat(files).hasSizeGreaterThan(5);
        for (Resource file : files) {
            for (JsonNode layer : JsonMapper.shared().readTree(file.getInputStream())) {
                if (!layer.has("source-layer")) continue;
                String type = TileStore.typeOf(layer.path("source-layer").asString());
                Set<String> read = new TreeSet<>();
                collect(layer, read);
                assertThat(carried.get(type)).as(layer.path("id").asString()).containsAll(read);
            }
        }
    }

    @Test
    void everyFieldOfTheTilesIsAnAttributeWithOneValue() throws IOException {
        carried()
                .forEach((type, fields) -> fields.forEach(name -> {
                    assertThat(model.byName(model.get(type))).as(type).containsKey(name);
                    assertThat(model.byName(model.get(type)).values())
                            .filteredOn(attribute -> attribute.name().equals(name))
                            .as(type + "." + name)
                            .noneMatch(Attribute::isMany);
                }));
    }

    private static Map<String, Set<String>> carried() throws IOException {
        try (var in = new ClassPathResource("kentatlas/styles/tiles.yaml").getInputStream()) {
            return new YAMLMapper()
                    .readTree(in)
                    .valueStream()
                    .collect(Collectors.toMap(
                            rule -> rule.path("type").asString(),
                            rule -> rule.path("fields")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .collect(Collectors.toSet())));
        }
    }

    /** The second of every {@code ["get", …]} and {@code ["has", …]}. */
    private static void collect(JsonNode node, Set<String> read) {
        boolean isRead = node.isArray()
                && node.size() == 2
                && Set.of("get", "has").contains(node.path(0).asString(""));
        if (isRead) read.add(node.path(1).asString());
        else node.forEach(inner -> collect(inner, read));
    }
}
