package tr.kentatlas.api.exchange.feed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.feed.Side;
import tr.kentatlas.spatial.store.GeoJsonFeature;
import tr.kentatlas.spatial.store.PropertiesJson;

/** Writes entries of the feed while they come in. */
final class ChangesJson {
    private final JsonGenerator json;
    private final Side to;
    private final Map<String, PropertiesJson> writers = new HashMap<>();

    ChangesJson(JsonGenerator json, Side to) {
        this.json = json;
        this.to = to;
    }

    void entry(Step.Numbered number, Change change) {
        json.writeStartObject();
        json.writeNumberProperty("release", number.release());
        json.writeNumberProperty("seq", number.seq());
        json.writeStringProperty("change", change.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("type", number.type());
        json.writeStringProperty("id", change.id().toString());
        Feature feature = change.feature();
        if (feature != null) {
            json.writeName("feature");
            PropertiesJson properties = writers.computeIfAbsent(number.type(), this::writer);
            json.writeRawValue(new String(GeoJsonFeature.of(feature, properties).json(), StandardCharsets.UTF_8));
        }
        json.writeEndObject();
    }

    /** What the entries lead to. */
    void turn(Step step) {
        json.writeNumberProperty("turn", step.turn().number());
        json.writeStringProperty("action", step.turn().action());
        json.writeNumberProperty("release", step.turn().release());
        json.writeStringProperty("at", step.turn().at().toString());
        json.writeNumberProperty("version", step.next().version());
        json.writeBooleanProperty("fromNothing", step.from() == null);
    }

    private PropertiesJson writer(String type) {
        return new PropertiesJson(Differences.fields(to, type));
    }
}
