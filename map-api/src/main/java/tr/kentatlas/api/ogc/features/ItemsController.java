package tr.kentatlas.api.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tr.kentatlas.api.access.Freshness;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.http.Link;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;

/** Features of a collection as GeoJSON, page by page, and one by one (OGC 17-069r4 §7.15, §7.16). */
@Controller
@Open
class ItemsController {
    private final FeatureStore features;
    private final ItemsQuestions questions;
    private final Witness witness;

    ItemsController(FeatureStore features, ItemsQuestions questions, Witness witness) {
        this.features = features;
        this.questions = questions;
        this.witness = witness;
    }

    @GetMapping(path = "/ogc/collections/{type}/items", produces = MediaTypes.GEOJSON)
    void items(
            @PathVariable("type") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ItemsQuestion question = questions.ofItems(name, parameters, request);
        if (Freshness.isKnown(question.view(), "geojson " + locale, request, response)) return;
        begin(response, question.query().crs());
        whole(response, out -> {
            FeatureCollectionJson answer = new FeatureCollectionJson(out, question);
            answer.begin();
            Witness.Telling telling = witness.begin(question.view(), name, "items", ItemsQuestions.asked(request));
            Optional<Page.Position> next =
                    features.geoJsonPage(question.view().edition(), question.type(), question.query(), feature -> {
                        answer.add(feature.json());
                        telling.feature(feature.id());
                    });
            telling.end();
            answer.end(next.map(position -> questions.cursor(question, position)));
        });
    }

    @GetMapping(path = "/ogc/collections/{type}/items/{id}", produces = MediaTypes.GEOJSON)
    void item(
            @PathVariable("type") String name,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ItemsQuestion question = questions.ofItem(name, parameters, request);
        GeoJsonFeature feature = questions.requireGeoJson(question, id);
        if (Freshness.isKnown(question.view(), "geojson " + locale, request, response)) return;
        witness.told(question.view(), name, "items", id, List.of(feature.id()));
        begin(response, question.query().crs());
        List<Link> links = PageLinks.ofItem(name);
        byte[] tail = JsonTail.of(json -> {
            json.writeName("links");
            json.writePOJO(links);
        });
        int open = feature.json().length - 1;
        response.setContentLength(open + tail.length);
        response.getOutputStream().write(feature.json(), 0, open);
        response.getOutputStream().write(tail);
    }

    private static void begin(HttpServletResponse response, Crs crs) {
        response.setContentType(MediaTypes.GEOJSON);
        response.setHeader("Content-Crs", "<" + crs.uri() + ">");
    }

    /**
     * Hands over only what came out whole. A fault before the first byte left is told as a problem; one after it breaks the connection, so
     * that nobody takes a part for the whole.
     */
    private static void whole(HttpServletResponse response, Body body) throws IOException {
        try {
            body.write(response.getOutputStream());
        } catch (RuntimeException e) {
            if (!response.isCommitted()) takeBack(response);
            throw e;
        }
    }

    private static void takeBack(HttpServletResponse response) {
        response.resetBuffer();
        response.setHeader("Content-Crs", null);
    }

    /** An answer's body. */
    @FunctionalInterface
    private interface Body {
        void write(OutputStream out);
    }
}
