package tr.kentatlas.api.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.ogc.common.Freshness;
import tr.kentatlas.api.ogc.common.MediaTypes;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.store.FeatureStore;

/** Features of a collection as GeoJSON, page by page, and one by one (OGC 17-069r4 §7.15, §7.16). */
@Controller
class ItemsController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FeatureStore features;
    private final Questions questions;
    private final Witness witness;

    ItemsController(FeatureStore features, Questions questions, Witness witness) {
        this.features = features;
        this.questions = questions;
        this.witness = witness;
    }

    @GetMapping(path = "/ogc/collections/{type}/items", produces = MediaTypes.GEOJSON)
    void items(
            @PathVariable("type") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.ofItems(name, parameters, request);
        if (Freshness.isKnown(question.view(), "geojson", request, response)) return;
        begin(response, question.query().crs());
        whole(response, json -> {
            FeatureCollectionJson answer = new FeatureCollectionJson(json, question);
            answer.begin();
            Witness.Telling telling = witness.begin(question.view(), name, "items");
            Optional<Page.Position> next =
                    features.page(question.view().edition(), question.type(), question.query(), feature -> {
                        answer.add(feature);
                        telling.feature(feature.id());
                    });
            answer.end(next);
            telling.end(json.streamWriteOutputBuffered());
        });
    }

    @GetMapping(path = "/ogc/collections/{type}/items/{id}", produces = MediaTypes.GEOJSON)
    void item(
            @PathVariable("type") String name,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.ofItem(name, parameters, request);
        View view = question.view();
        Feature feature = questions.require(question, id);
        if (Freshness.isKnown(view, "geojson", request, response)) return;
        begin(response, question.query().crs());
        whole(response, json -> {
            new FeatureJson(json, question.type().attributes())
                    .write(feature, PageLinks.ofItem(name, question.ownParameters()));
            Witness.Telling telling = witness.begin(view, name, "items");
            telling.feature(feature.id());
            telling.end(0);
        });
    }

    private static void begin(HttpServletResponse response, Crs crs) {
        response.setContentType(MediaTypes.GEOJSON);
        response.setHeader("Content-Crs", "<" + crs.uri() + ">");
    }

    /**
     * Writes and closes only what came out whole. A fault before the first byte left is told as a problem; one after it breaks the
     * connection, so that nobody takes a part for the whole.
     */
    private static void whole(HttpServletResponse response, Body body) throws IOException {
        JsonGenerator json = JSON.createGenerator(response.getOutputStream());
        try {
            body.write(json);
        } catch (RuntimeException e) {
            if (!response.isCommitted()) takeBack(response);
            throw e;
        }
        json.close();
    }

    private static void takeBack(HttpServletResponse response) {
        response.resetBuffer();
        for (String header : List.of("Content-Crs", "ETag")) response.setHeader(header, null);
    }

    /** An answer's body. */
    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json);
    }
}
