package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.testsupport.Golden;

/** What the service answers about the small city, as files; the host, the release and its moment are masked. */
class GoldenAnswersTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern MOMENT = Pattern.compile("\"(20\\d\\d-\\d\\d-\\d\\dT[^\"]*Z)\"");
    private static final Pattern RELEASE = Pattern.compile("release=\\d+");
    private static final Pattern RELEASE_NUMBER = Pattern.compile("\"release\" : \\d+");
    private static final Pattern CURSOR = Pattern.compile("cursor=[\\w-]+");
    private static final Pattern INCIDENT = Pattern.compile("urn:uuid:[0-9a-f-]+");

    private static final String SHOWN = "ada";

    private final ServedCity city = ServedCity.shared();

    @ParameterizedTest
    @CsvSource(textBlock = """
            landing     | /ogc
            conformance | /ogc/conformance
            collections | /ogc/collections
            collection  | /ogc/collections/bina
            table       | /ogc/collections/yol
            queryables  | /ogc/collections/bina/queryables
            schema      | /ogc/collections/bina/schema
            items       | /ogc/collections/idari_birim/items?limit=2
            problem     | /ogc/collections/bina/items?limit=0&bbox=33,40,34,39&yok=1
            gone        | /ogc/collections?release=9999
            tilesets    | /ogc/tiles
            tileset     | /ogc/tiles/WebMercatorQuad
            tilejson    | /ogc/tiles/WebMercatorQuad?f=tilejson
            style       | /ogc/styles/kent
            """, delimiter = '|')
    void theAnswerIsTheReviewedOne(String name, String path) {
        Golden.assertMatches(
                "golden/http/" + name + ".json",
                masked(city.get(path, "Accept-Language", "en").body()));
    }

    @Test
    void oneFeatureIsTheReviewedOne() {
        JsonNode page = city.json("/ogc/collections/idari_birim/items?limit=1");
        String id = page.path("features").path(0).path("id").asString();
        assertThat(id).isNotEmpty();
        Golden.assertMatches(
                "golden/http/item.json",
                masked(city.get("/ogc/collections/idari_birim/items/" + id, "Accept-Language", "en")
                        .body()));
    }

    /** The parts of one collection and of the whole service; the other collections are built the same way. */
    @Test
    void theApiDefinitionIsTheReviewedOne() {
        ObjectNode document = (ObjectNode) city.json("/ogc/api", "Accept-Language", "en");
        Set<String> others = document.path("components").path("schemas").propertyNames().stream()
                .filter(name ->
                        ServedCity.MODEL.find(name.replace("_items", "")).isPresent() && !name.startsWith(SHOWN))
                .collect(Collectors.toSet());
        ((ObjectNode) document.path("components").path("schemas")).remove(others);
        Set<String> paths = document.path("paths").propertyNames().stream()
                .filter(path ->
                        path.startsWith("/collections/") && !(path + "/").startsWith("/collections/" + SHOWN + "/"))
                .collect(Collectors.toSet());
        ((ObjectNode) document.path("paths")).remove(paths);
        Golden.assertMatches("golden/http/openapi.json", masked(document.toString()));
    }

    private String masked(String body) {
        String text = JSON.writeValueAsString(JSON.readTree(body)).replace(city.url(), "http://kent.example") + "\n";
        text = MOMENT.matcher(text).replaceAll("\"<moment>\"");
        text = RELEASE.matcher(text).replaceAll("release=<release>");
        text = RELEASE_NUMBER.matcher(text).replaceAll("\"release\" : \"<release>\"");
        text = CURSOR.matcher(text).replaceAll("cursor=<cursor>");
        return INCIDENT.matcher(text).replaceAll("urn:uuid:<incident>");
    }
}
