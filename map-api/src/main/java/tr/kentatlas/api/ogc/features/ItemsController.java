package tr.kentatlas.api.ogc.features;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.ServedEdition;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.ogc.common.Link;
import tr.kentatlas.api.ogc.common.MediaTypes;
import tr.kentatlas.api.ogc.common.Urls;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;

/** Features of a collection, page by page, and one by one (OGC 17-069r4 §7.15, §7.16). */
@RestController
class ItemsController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FeatureStore features;
    private final ServedEdition served;

    ItemsController(FeatureStore features, ServedEdition served) {
        this.features = features;
        this.served = served;
    }

    @GetMapping("/ogc/collections/{type}/items")
    void items(
            View asked,
            @PathVariable("type") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        View view = pinned(asked, parameters);
        VisibleType type = view.type(name);
        FeatureQuery query = ItemsRequest.parse(parameters, type, view.edition().srid());
        response.setContentType(MediaTypes.GEOJSON);
        response.setHeader("Content-Crs", "<" + query.crs().uri() + ">");
        response.setHeader("Cache-Control", view.isPublic() ? "public, max-age=60" : "private, no-store");
        write(view, type, query, response.getOutputStream());
    }

    @GetMapping("/ogc/collections/{type}/items/{id}")
    void item(
            View view,
            @PathVariable("type") String name,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        VisibleType type = view.type(name);
        Crs crs = ItemsRequest.parse(parameters, type, view.edition().srid()).crs();
        Feature feature = identity(id)
                .flatMap(uuid -> features.find(view.edition(), type, uuid, crs))
                .orElseThrow(() -> Problem.notFound("There is no feature '" + id + "' in " + name + "."));
        response.setContentType(MediaTypes.GEOJSON);
        response.setHeader("Content-Crs", "<" + crs.uri() + ">");
        response.setHeader("Cache-Control", view.isPublic() ? "public, max-age=60" : "private, no-store");
        try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
            new FeatureJson(json, type.attributes()).write(feature, itemLinks(name));
        }
    }

    private void write(View view, VisibleType type, FeatureQuery query, OutputStream out) {
        List<Attribute> fields = FeatureStore.fields(type, query);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeName("features");
            json.writeStartArray();
            FeatureJson writer = new FeatureJson(json, fields);
            int[] count = {0};
            Optional<Page.Position> next = features.page(view.edition(), type, query, feature -> {
                writer.write(feature, List.of());
                count[0]++;
            });
            json.writeEndArray();
            numbers(json, view, type, query, count[0]);
            json.writeName("links");
            json.writePOJO(pageLinks(view, type, query, next));
            json.writeEndObject();
        }
    }

    /** The total is told where it costs nothing: for an unrestricted question. */
    private static void numbers(JsonGenerator json, View view, VisibleType type, FeatureQuery query, int returned) {
        boolean all = query.bbox() == null
                && query.filter() == null
                && query.time() == null
                && query.equal().isEmpty();
        Grant.TypeGrant grant = type.grant();
        if (all && grant.rows() == null && grant.area() == null) {
            json.writeNumberProperty("numberMatched", type.entry().rows());
        }
        json.writeNumberProperty("numberReturned", returned);
        json.writeStringProperty(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeNumberProperty("release", view.edition().release());
    }

    private static List<Link> pageLinks(View view, VisibleType type, FeatureQuery query, Optional<Page.Position> next) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(Urls.again(), "self", MediaTypes.GEOJSON, "This page"));
        links.add(new Link(
                Urls.of("/ogc/collections/" + type.type().name()), "collection", MediaTypes.JSON, "The collection"));
        next.map(position ->
                        Cursor.of(view.edition().release(), query, position).text())
                .ifPresent(cursor ->
                        links.add(new Link(Urls.again("cursor", cursor), "next", MediaTypes.GEOJSON, "The next page")));
        return links;
    }

    private static List<Link> itemLinks(String type) {
        return List.of(
                new Link(Urls.again(), "self", MediaTypes.GEOJSON, "This feature"),
                new Link(Urls.of("/ogc/collections/" + type), "collection", MediaTypes.JSON, "The collection"));
    }

    /** A cursor keeps all pages of a question in the release its first page came from. */
    private View pinned(View view, MultiValueMap<String, String> parameters) {
        String text = parameters.getFirst("cursor");
        if (text == null || parameters.containsKey("release")) return view;
        long release;
        try {
            release = Cursor.parse(text).release();
        } catch (IllegalArgumentException e) {
            return view; // told with all other faults
        }
        if (release == view.edition().release()) return view;
        return new View(
                served.find(release)
                        .orElseThrow(() -> Problem.gone("Release " + release + " is not kept any more: begin again.")),
                view.grant());
    }

    private static Optional<UUID> identity(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
