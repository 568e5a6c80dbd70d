package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever has a place is on the city's map, also without layers of its own. */
class OtherTypesTest {
    private final ServedCity city = ServedCity.shared();
    private final JsonNode style = city.json("/ogc/styles/kent");

    @Test
    void everyCollectionWithAPlaceHasALayer() {
        Set<String> drawn = layers().stream()
                .map(layer -> layer.path("source-layer").asString())
                .collect(Collectors.toSet());
        List<String> placed = city.json("/ogc/collections")
                .path("collections")
                .valueStream()
                .filter(collection -> collection.path("links").toString().contains("/tiles"))
                .map(collection -> collection.path("id").asString())
                .toList();
        assertThat(placed).hasSizeGreaterThan(25).contains("plan_nokta", "yol_dugumu");
        assertThat(drawn).containsAll(placed);
    }

    @Test
    void whatHasNoLayersOfItsOwnIsFetchedOnlyWhenItIsSwitchedOn() {
        List<JsonNode> others = layers().stream()
                .filter(layer ->
                        layer.path("metadata").path("kent:group").asString().equals("other"))
                .toList();
        assertThat(others)
                .extracting(layer -> layer.path("id").asString())
                .contains("other-plan_nokta-circle", "other-plan_cizgi-line", "other-bina_blok-fill")
                .doesNotContain("other-bina-fill");
        assertThat(others).allSatisfy(layer -> {
            assertThat(layer.path("layout").path("visibility").asString()).isEqualTo("none");
            assertThat(style.path("sources")
                            .path(layer.path("source").asString())
                            .path("tiles")
                            .path(0)
                            .asString())
                    .contains("/ogc/collections/" + layer.path("source-layer").asString()
                            + "/tiles/WebMercatorQuad/{z}/{y}/{x}?release=");
        });
    }

    private List<JsonNode> layers() {
        return style.path("layers").valueStream().toList();
    }
}
