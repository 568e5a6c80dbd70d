package tr.kentatlas.api.ogc.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;

/** Landing page and conformance declaration (OGC 19-072 §7, §8). */
@RestController
@Open
class LandingController {
    private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private static final String FEATURES_2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
    private static final String FEATURES_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    private static final String FEATURES_5 = "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/";
    private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
    private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
    private static final String COMMON = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/";

    private static final String COMMON_2 = "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/";

    static final List<String> CLASSES = List.of(
            COMMON + "core",
            COMMON + "landing-page",
            COMMON + "oas30",
            COMMON + "json",
            COMMON + "html",
            COMMON_2 + "collections",
            FEATURES + "core",
            FEATURES + "geojson",
            FEATURES + "oas30",
            FEATURES + "html",
            FEATURES_2 + "crs",
            FEATURES_3 + "queryables",
            FEATURES_3 + "queryables-query-parameters",
            FEATURES_3 + "filter",
            FEATURES_3 + "features-filter",
            FEATURES_5 + "schemas",
            CQL2 + "cql2-text",
            CQL2 + "cql2-json",
            CQL2 + "basic-cql2",
            CQL2 + "advanced-comparison-operators",
            CQL2 + "case-insensitive-comparison",
            CQL2 + "accent-insensitive-comparison",
            CQL2 + "basic-spatial-functions",
            CQL2 + "basic-spatial-functions-plus",
            CQL2 + "spatial-functions",
            CQL2 + "temporal-functions",
            CQL2 + "array-functions",
            CQL2 + "property-property",
            CQL2 + "arithmetic",
            TILES + "core",
            TILES + "tileset",
            TILES + "tilesets-list",
            TILES + "dataset-tilesets",
            TILES + "geodata-tilesets",
            TILES + "mvt");

    private final City city;

    LandingController(City city) {
        this.city = city;
    }

    @GetMapping(
            path = {"/ogc", "/ogc/"},
            produces = MediaTypes.JSON)
    LandingPage landing() {
        return new LandingPage(
                city.name(),
                Titles.of("landing.description"),
                city.credits().text(),
                with(
                        Link.ofLicences(city.credits()),
                        new Link(Urls.ofSame("/ogc"), "self", MediaTypes.JSON, Titles.of("link.document")),
                        new Link(Urls.of("/ogc/api"), "service-desc", MediaTypes.OPENAPI, Titles.of("link.api")),
                        new Link(
                                Urls.of("/ogc/api") + "?f=html",
                                "service-doc",
                                MediaTypes.HTML,
                                Titles.of("link.api-html")),
                        new Link(
                                Urls.ofSame("/ogc", "f=html"),
                                "alternate",
                                MediaTypes.HTML,
                                Titles.of("link.for-people")),
                        new Link(
                                Urls.of("/ogc/conformance"),
                                "conformance",
                                MediaTypes.JSON,
                                Titles.of("link.conformance")),
                        new Link(
                                Urls.ofSame("/ogc/collections"),
                                "data",
                                MediaTypes.JSON,
                                Titles.of("link.collections")),
                        new Link(
                                Urls.ofSame("/ogc/tiles"),
                                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                                MediaTypes.JSON,
                                Titles.of("link.city-tiles")),
                        new Link(
                                Urls.of("/ogc/styles"),
                                "http://www.opengis.net/def/rel/ogc/1.0/styles",
                                MediaTypes.JSON,
                                Titles.of("link.styles"))));
    }

    private static List<Link> with(List<Link> more, Link... own) {
        return Stream.concat(Stream.of(own), more.stream()).toList();
    }

    @GetMapping(path = "/ogc/conformance", produces = MediaTypes.JSON)
    Conformance conformance() {
        return new Conformance(CLASSES);
    }

    /** @param attribution whose data it is; left out where nobody asks to be named */
    record LandingPage(
            String title,
            String description,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String attribution,
            List<Link> links) {}

    record Conformance(List<String> conformsTo) {}
}
