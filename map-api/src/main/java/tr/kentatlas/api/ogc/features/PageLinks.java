package tr.kentatlas.api.ogc.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;

/** The links of answers with features (OGC 17-069r4 §7.15.6, §7.16.2). */
final class PageLinks {
    private PageLinks() {}

    /** @param next cursor of the next page; empty on the last */
    static List<Link> ofItems(ItemsQuestion question, Optional<String> next) {
        String collection = question.collection();
        List<Link> links = new ArrayList<>(List.of(
                new Link(Urls.again(), "self", MediaTypes.GEOJSON, Titles.of("link.page")),
                new Link(Urls.again("f", "html"), "alternate", MediaTypes.HTML, Titles.of("link.page-html")),
                new Link(
                        Urls.ofSame("/ogc/collections/" + collection),
                        "collection",
                        MediaTypes.JSON,
                        Titles.of("link.of-collection"))));
        next.ifPresent(cursor ->
                links.add(new Link(Urls.again("cursor", cursor), "next", MediaTypes.GEOJSON, Titles.of("link.next"))));
        return links;
    }

    static List<Link> ofItem(String collection) {
        return List.of(
                new Link(Urls.again(), "self", MediaTypes.GEOJSON, Titles.of("link.feature")),
                new Link(Urls.again("f", "html"), "alternate", MediaTypes.HTML, Titles.of("link.feature-html")),
                new Link(
                        Urls.ofSame("/ogc/collections/" + collection),
                        "collection",
                        MediaTypes.JSON,
                        Titles.of("link.of-collection")));
    }
}
