package tr.kentatlas.api.ogc.features;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.store.FeatureStore;

/** Writes a page of features as a GeoJSON feature collection while they come in (OGC 17-069r4 §7.15.5 to §7.15.8). */
final class FeatureCollectionJson {
    private final JsonGenerator json;
    private final Question question;
    private final FeatureJson features;
    private int returned;

    FeatureCollectionJson(JsonGenerator json, Question question) {
        this.json = json;
        this.question = question;
        this.features = new FeatureJson(json, FeatureStore.fields(question.type(), question.query()));
    }

    void begin() {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeName("features");
        json.writeStartArray();
    }

    void add(Feature feature) {
        features.write(feature, List.of());
        returned++;
    }

    int count() {
        return returned;
    }

    /** The total is told where it costs nothing: for an unrestricted question. */
    void end(Optional<Page.Position> next) {
        json.writeEndArray();
        if (question.asksForAll()) {
            json.writeNumberProperty("numberMatched", question.type().entry().rows());
        }
        json.writeNumberProperty("numberReturned", returned);
        json.writeStringProperty(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeNumberProperty("release", question.view().edition().release());
        json.writeName("links");
        json.writePOJO(PageLinks.ofItems(question, next));
        json.writeEndObject();
    }
}
