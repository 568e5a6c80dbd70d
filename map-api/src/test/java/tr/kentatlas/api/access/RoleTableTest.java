package tr.kentatlas.api.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.testsupport.Golden;

/** {@code docs/roles.md} says what each role sees, and says it as the code does. */
class RoleTableTest {
    private static final Model MODEL = ModelReader.read();
    private static final String HEAD = """
            # What each role sees

            Everybody sees what is public. What is not is seen by those whose work needs it (KVKK 6698 art. 4), and each such reading is in the
            audit. The first table follows from `Need` and the model, and a test compares it with them; who may call each address of the
            service is in `map-api/src/test/resources/desk/endpoints.txt`, tested in the same way.

            """;

    private static final Path DOCUMENT = Path.of("../docs/roles.md");

    /** Where the part begins that only people write. */
    private static final String FREE = "\n## Which values";

    @Test
    void theTableInTheDocumentationIsTheOneInForce() throws IOException {
        String written = Files.readString(DOCUMENT);
        String free = written.substring(written.indexOf(FREE));
        Golden.assertMatches(DOCUMENT, HEAD + table() + "\n## Which attributes\n\n" + lists() + free);
    }

    private static String table() {
        String roles = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(" | "));
        String rows = Arrays.stream(Need.values()).map(RoleTableTest::row).collect(Collectors.joining());
        return "| | " + roles + " |\n|---|" + ":-:|".repeat(Role.values().length) + "\n" + rows;
    }

    private static String row(Need need) {
        return "| " + title(need) + " | "
                + Arrays.stream(Role.values())
                        .map(role -> need.roles().contains(role) ? "●" : "")
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static String lists() {
        Map<Need, Set<String>> attributes = new EnumMap<>(Need.class);
        for (FeatureType type : MODEL.types())
            for (Attribute attribute : MODEL.attributesOf(type))
                if (!type.isPublic() || !attribute.isFullyPublic()) add(type, attribute, attributes);
        return attributes.entrySet().stream()
                .map(one -> "- **" + title(one.getKey()) + "**: " + String.join(", ", one.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static void add(FeatureType type, Attribute attribute, Map<Need, Set<String>> attributes) {
        for (Need need : Need.of(type, attribute)) {
            boolean isOfType = Need.of(type).contains(need);
            attributes
                    .computeIfAbsent(need, n -> new TreeSet<>())
                    .add(isOfType ? "all of `" + type.name() + "`" : "`" + attribute.name() + "`");
        }
    }

    private static String title(Need need) {
        return need.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
