package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks as of a release and follows links goes on reading that release. */
class ReleaseLinksTest {
    private static final Pattern HREF = Pattern.compile("\"href\":\"[^\"]*(/ogc/(?:collections|tiles)[^\"]*)\"");
    private static final Pattern PAGE_HREF = Pattern.compile("href=\"(/ogc/collections[^\"]*)\"");

    private final ServedCity city = ServedCity.shared();
    private String asOf = "";
    private String building = "";

    @BeforeEach
    void anEarlierRelease() {
        var one = city.json("/ogc/collections/bina/items?limit=1");
        asOf = "release=" + one.path("release").asLong();
        building = "/ogc/collections/bina/items/"
                + one.path("features").path(0).path("id").asString();
        city.publish();
    }

    @Test
    void everyLinkToDataKeepsTheReleaseThatWasAskedFor() {
        for (String path : List.of(
                "/ogc",
                "/ogc/collections",
                "/ogc/collections/bina",
                "/ogc/collections/bina/items",
                building,
                "/ogc/tiles",
                "/ogc/collections/bina/tiles",
                "/ogc/collections/bina/tiles/WebMercatorQuad")) {
            assertThat(links(HREF, path + "?" + asOf)).as(path).isNotEmpty().allMatch(link -> link.contains(asOf));
            assertThat(links(HREF, path)).as(path).noneMatch(link -> link.contains(asOf));
        }
    }

    @Test
    void thePagesForPeopleKeepItToo() {
        for (String path :
                List.of("/ogc", "/ogc/collections", "/ogc/collections/bina", "/ogc/collections/bina/items", building))
            assertThat(links(PAGE_HREF, path + "?f=html&" + asOf))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(link -> link.contains(asOf));
    }

    @Test
    void aMapServiceTellsTheAddressOfThatReleaseAndReadsItsNameInAnyCase() {
        String capabilities = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities&";
        String told =
                city.get(capabilities + asOf.replace("release", "RELEASE")).body();
        assertThat(told).contains("/wms?" + asOf + "&amp;");
        String unknown = city.get(capabilities + "release=999999").body();
        assertThat(unknown).contains("999999");
        assertThat(city.get(capabilities + "Release=999999").statusCode())
                .isEqualTo(city.get(capabilities + "release=999999").statusCode());
        assertThat(city.get(capabilities + "RELEASE=999999").body()).contains("999999");
    }

    /** Of the content: the navigation leads to what is served. */
    private List<String> links(Pattern pattern, String path) {
        String body = city.get(path).body();
        String content = body.substring(Math.max(0, body.indexOf("<main")));
        return pattern.matcher(content).results().map(found -> found.group(1)).toList();
    }
}
