package tr.kentatlas.api.ogc.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.api.ogc.common.ListedCollections;
import tr.kentatlas.spatial.store.VisibleType;

/** The collections a caller sees (OGC 17-069r4 §7.13, §7.14), and their schemas (Part 3 §6, Part 5). */
@RestController
@Open
class CollectionsController {
    private final Reaches reaches;
    private final City city;

    CollectionsController(Reaches reaches, City city) {
        this.reaches = reaches;
        this.city = city;
    }

    @GetMapping(path = "/ogc/collections", produces = MediaTypes.JSON)
    Collections collections(View view, Locale locale) {
        List<CollectionDescription> all = ListedCollections.of(view).stream()
                .map(type -> describe(view, type, locale))
                .toList();
        List<Link> links = new ArrayList<>(List.of(
                new Link(Urls.ofSame("/ogc/collections"), "self", MediaTypes.JSON, Titles.of("link.document")),
                new Link(
                        Urls.ofSame("/ogc/collections", "f=html"),
                        "alternate",
                        MediaTypes.HTML,
                        Titles.of("link.for-people"))));
        links.addAll(Link.ofLicences(city.credits()));
        return new Collections(links, SupportedCrs.uris(view.edition().srid()), all);
    }

    @GetMapping(path = "/ogc/collections/{type}", produces = MediaTypes.JSON)
    CollectionDescription collection(View view, @PathVariable String type, Locale locale) {
        return describe(view, view.type(type), locale);
    }

    private CollectionDescription describe(View view, VisibleType type, Locale locale) {
        return CollectionDescription.of(type, reaches.of(view, type), view.edition(), locale)
                .with(city.credits());
    }

    @GetMapping(path = "/ogc/collections/{type}/schema", produces = MediaTypes.SCHEMA)
    JsonSchema schema(View view, @PathVariable String type, Locale locale) {
        return JsonSchema.ofFeatures(view.type(type), Urls.again(), locale);
    }

    @GetMapping(path = "/ogc/collections/{type}/queryables", produces = MediaTypes.SCHEMA)
    JsonSchema queryables(View view, @PathVariable String type, Locale locale) {
        return JsonSchema.ofQueryables(view.type(type), Urls.again(), locale);
    }

    record Collections(List<Link> links, List<String> crs, List<CollectionDescription> collections) {}
}
