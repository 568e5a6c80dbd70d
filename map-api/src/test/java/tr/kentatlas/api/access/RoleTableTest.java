package tr.kentatlas.api.access;

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
            audit. The first table follows from `Need` and the model, and a test compares it with them; what each address of the desk asks for
            is in `map-api/src/test/resources/desk/endpoints.txt`, tested in the same way.

            """;

    private static final String DEEDS = """

            ## Who publishes

            The **steward** judges the draft at `/desk/releases`: makes it, runs the rules, reads what they found, accepts errors with a reason, enters the decision of the
            body each theme needs, publishes, and serves an earlier release again. Each step is about the draft that was looked at, stands in the name of
            who is signed in, and is in the audit with its release. A **viewer** reads the list of releases. Nobody else has the page; administrators may do what
            any role may.

            ## Dry runs of agreements

            Who makes agreements tries them out before they hold. Of what their own roles do not need, a dry run tells that there is a value (•••), not which, and no place of types
            that are closed to them; each dry run is in the audit with the rows it asked for.
            """;

    @Test
    void theTableInTheDocumentationIsTheOneInForce() {
        Golden.assertMatches(
                Path.of("../docs/roles.md"), HEAD + table() + "\n## Which attributes\n\n" + lists() + DEEDS);
    }

    private static String table() {
        String roles = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(" | "));
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
                if (!type.isPublic() || !attribute.isPublic()) add(type, attribute, attributes);
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
