package tr.kentatlas.api.ogc.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.Reach;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * A collection as OGC API Features describes it (OGC 17-069r4 §7.13, 18-058r1 §6.2).
 *
 * @param crs only of types with geometry: systems are told of spatial feature collections (18-058r1 §6.2)
 * @param storageCrs likewise
 * @param attribution whose data it is; null where nobody asks to be named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectionDescription(
        String id,
        String title,
        String description,
        String itemType,
        @Nullable Extent extent,
        @Nullable List<String> crs,
        @Nullable String storageCrs,
        @Nullable String attribution,
        List<Link> links) {

    private static final int DECIMALS = 7;

    record Extent(Spatial spatial) {}

    record Spatial(List<List<Double>> bbox, String crs) {}

    static CollectionDescription of(VisibleType type, Reach reach, Edition edition, Locale locale) {
        boolean placed = type.type().geometry() != null;
        return new CollectionDescription(
                type.type().name(),
                type.type().title().in(locale),
                type.type().description().in(locale),
                "feature",
                extent(reach.extent()),
                placed ? SupportedCrs.uris(edition.srid()) : null,
                placed ? Crs.epsg(edition.srid()).uri() : null,
                null,
                links(type, placed));
    }

    /** The same with whose data it is. */
    CollectionDescription with(Credits credits) {
        if (credits.all().isEmpty()) return this;
        List<Link> all = new ArrayList<>(links);
        all.addAll(Link.ofLicences(credits));
        return new CollectionDescription(
                id, title, description, itemType, extent, crs, storageCrs, credits.text(), all);
    }

    private static @Nullable Extent extent(@Nullable Envelope box) {
        if (box == null) return null;
        return new Extent(new Spatial(
                List.of(List.of(down(box.getMinX()), down(box.getMinY()), up(box.getMaxX()), up(box.getMaxY()))),
                Crs.CRS84.uri()));
    }

    /** Coordinates are answered with seven decimals: rounded outward, the box holds them all. */
    private static double down(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(DECIMALS, RoundingMode.FLOOR)
                .doubleValue();
    }

    private static double up(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(DECIMALS, RoundingMode.CEILING)
                .doubleValue();
    }

    private static List<Link> links(VisibleType type, boolean placed) {
        String self = "/ogc/collections/" + type.type().name();
        List<Link> links = new ArrayList<>(List.of(
                new Link(Urls.ofSame(self), "self", MediaTypes.JSON, Titles.of("link.collection")),
                new Link(Urls.ofSame(self, "f=html"), "alternate", MediaTypes.HTML, Titles.of("link.collection-html")),
                new Link(Urls.ofSame(self + "/items"), "items", MediaTypes.GEOJSON, Titles.of("link.items")),
                new Link(
                        Urls.ofSame(self + "/items", "f=html"), "items", MediaTypes.HTML, Titles.of("link.items-html")),
                new Link(
                        Urls.ofSame(self + "/schema"),
                        "http://www.opengis.net/def/rel/ogc/1.0/schema",
                        MediaTypes.SCHEMA,
                        Titles.of("link.schema")),
                new Link(
                        Urls.ofSame(self + "/queryables"),
                        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                        MediaTypes.SCHEMA,
                        Titles.of("link.queryables"))));
        if (placed) {
            links.add(new Link(
                    Urls.ofSame(self + "/tiles"),
                    "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                    MediaTypes.JSON,
                    Titles.of("link.tiles")));
        }
        return links;
    }
}
