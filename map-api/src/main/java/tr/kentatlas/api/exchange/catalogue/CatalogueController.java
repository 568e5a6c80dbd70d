package tr.kentatlas.api.exchange.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.PartnersOnly;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Views;
import tr.kentatlas.api.exchange.Partner;
import tr.kentatlas.api.exchange.Partners;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.api.exchange.agreement.TermsJson;
import tr.kentatlas.api.exchange.meter.Meters;
import tr.kentatlas.api.exchange.receipt.Statistics;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Titles;
import tr.kentatlas.api.http.Urls;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.store.Reach;
import tr.kentatlas.spatial.store.VisibleType;

/** {@code /exchange} for programs: the partner's own catalogue, and what it used. */
@RestController
@PartnersOnly
class CatalogueController {
    private final Partners partners;
    private final Views views;
    private final ServedEdition served;
    private final Reaches reaches;
    private final Meters meters;
    private final Statistics statistics;

    CatalogueController(
            Partners partners,
            Views views,
            ServedEdition served,
            Reaches reaches,
            Meters meters,
            Statistics statistics) {
        this.partners = partners;
        this.views = views;
        this.served = served;
        this.reaches = reaches;
        this.meters = meters;
        this.statistics = statistics;
    }

    @GetMapping(path = "/exchange", produces = MediaTypes.JSON)
    Catalogue catalogue(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Partner partner = partners.require(request);
        View view = views.of(request);
        response.setHeader("Cache-Control", "private, no-store");
        Terms terms = partner.agreement().terms();
        long spent = meters.spent(partner.agreement().id(), Instant.now());
        return new Catalogue(
                terms.number(),
                partner.agreement().version(),
                terms.parties().partner(),
                terms.parties().provider(),
                terms.parties().contact(),
                terms.parties().providerContact(),
                terms.purpose(),
                terms.from(),
                terms.until(),
                partner.key().expiresAt(),
                new Limits(
                        terms.limits().perMinute(),
                        terms.limits().perMonth(),
                        Math.max(0, terms.limits().perMonth() - spent)),
                view.edition().release(),
                releases(terms, view),
                view.types().stream()
                        .map(type -> layer(view, type, partner, locale))
                        .toList(),
                List.of(
                        new Link(Urls.of("/exchange/changes"), "changes", MediaTypes.JSON, Titles.of("link.changes")),
                        new Link(Urls.of("/exchange/statistics"), "statistics", MediaTypes.JSON, Titles.of("link.use")),
                        new Link(Urls.of("/ogc"), "service", MediaTypes.JSON, "OGC API")));
    }

    @GetMapping(path = "/exchange/statistics", produces = MediaTypes.JSON)
    Statement statistics(HttpServletRequest request, HttpServletResponse response) {
        Partner partner = partners.require(request);
        response.setHeader("Cache-Control", "private, no-store");
        return new Statement(
                partner.agreement().number(), statistics.of(partner.agreement().id()));
    }

    private Layer layer(View view, VisibleType type, Partner partner, Locale locale) {
        Terms.Share share = partner.agreement().terms().shares().stream()
                .filter(s -> s.type().equals(type.type().name()))
                .findFirst()
                .orElseThrow();
        Reach reach = reaches.of(view, type);
        String base = "/exchange/releases/" + view.edition().release() + "/" + share.type();
        return new Layer(
                share.type(),
                type.type().title().in(locale),
                type.attributes().stream()
                        .map(a -> new Field(a.name(), a.title().in(locale)))
                        .toList(),
                reach.rows(),
                box(reach.extent()),
                share.rows() == null ? null : Cql2Writer.write(share.rows()),
                share.area() == null ? null : share.area().policy().word(),
                share.area() == null ? null : TermsJson.shape(share.area().shape()),
                List.of(
                        new Link(
                                Urls.of("/ogc/collections/" + share.type()) + asOf(view),
                                "collection",
                                MediaTypes.JSON,
                                "OGC API"),
                        new Link(Urls.of(base + ".gpkg"), "enclosure", "application/geopackage+sqlite3", "GeoPackage"),
                        new Link(Urls.of(base + ".geojson"), "enclosure", MediaTypes.GEOJSON, "GeoJSON")));
    }

    /** Those that can be read, the newest first; without earlier ones in the agreement the one that is served. */
    private List<Kept> releases(Terms terms, View view) {
        boolean areAll = terms.releases().contains(Terms.Releases.SUPERSEDED);
        return served.readable().stream()
                .filter(one -> areAll || one.release() == view.edition().release())
                .map(one -> new Kept(one.release(), one.publishedAt(), List.of(link(one.release()))))
                .toList();
    }

    private String asOf(View view) {
        long release = view.edition().release();
        return release == served.current().release() ? "" : "?release=" + release;
    }

    private static Link link(long release) {
        return new Link(
                Urls.of("/exchange") + "?release=" + release, "item", MediaTypes.JSON, Titles.of("link.release"));
    }

    private static @Nullable List<Double> box(@Nullable Envelope box) {
        return box == null ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** What a partner may have, until when, and how much is left. */
    record Catalogue(
            String agreement,
            int version,
            String partner,
            String provider,
            String contact,
            @Nullable String providerContact,
            String purpose,
            LocalDate from,
            LocalDate until,
            Instant keyExpiresAt,
            Limits limits,
            long release,
            List<Kept> releases,
            List<Layer> layers,
            List<Link> links) {}

    /** A release the partner may read, with its catalogue. */
    record Kept(long number, Instant publishedAt, List<Link> links) {}

    record Limits(int perMinute, long perMonth, long leftInMonth) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Layer(
            String type,
            String title,
            List<Field> fields,
            long features,
            @Nullable List<Double> bbox,
            @Nullable String rows,
            @Nullable String areaPolicy,
            @Nullable JsonNode area,
            List<Link> links) {}

    record Field(String name, String title) {}

    record Statement(String agreement, List<Statistics.Use> use) {}
}
