package tr.kentatlas.api.exchange.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tr.kentatlas.api.ogc.features.FeatureJson;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.feed.Side;

/** Writes entries of the feed while they come in. */
final class ChangesJson {
    private final JsonGenerator json;
    private final Side to;
    private final Map<String, FeatureJson> writers = new HashMap<>();

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
            writers.computeIfAbsent(number.type(), this::writer).write(feature, List.of());
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

    private FeatureJson writer(String type) {
        return new FeatureJson(json, Differences.fields(to, type));
    }
}
