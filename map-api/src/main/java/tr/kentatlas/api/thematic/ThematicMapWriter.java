package tr.kentatlas.api.thematic;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.thematic.Measure;

/** Writes definitions as JSON in one fixed spelling: equal maps give equal texts, and reading one gives the map back. */
public final class ThematicMapWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ThematicMapWriter() {}

    public static String write(ThematicMap map) {
        return JSON.writeValueAsString(tree(map));
    }

    /** The definition as a tree. */
    public static ObjectNode tree(ThematicMap map) {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", map.type());
        json.put("value", Cql2Writer.writeValue(map.measure().value()));
        json.put("normaliser", normaliser(map.measure().divisor()));
        json.put("filter", map.filter() == null ? null : Cql2Writer.write(map.filter()));
        json.put("method", map.method().word());
        json.put("classes", map.classes());
        var limits = json.putArray("breaks");
        map.limits().forEach(limits::add);
        json.put("palette", map.colours().palette().name());
        json.put("reversed", map.colours().order() == ThematicMap.Order.REVERSED);
        json.put("noData", map.noData());
        text(json.putObject("title"), map.title());
        text(json.putObject("source"), map.source());
        return json;
    }

    private static @Nullable String normaliser(Measure.Divisor divisor) {
        return switch (divisor) {
            case Measure.Undivided whole -> null;
            case Measure.By by -> Cql2Writer.writeValue(by.value());
            case Measure.ByArea area ->
                area.squareMetres() == ThematicMapReader.HECTARE
                        ? ThematicMapReader.PER_HECTARE
                        : ThematicMapReader.PER_SQUARE_KILOMETRE;
        };
    }

    private static void text(ObjectNode json, Text text) {
        json.put("tr", text.tr());
        json.put("en", text.en());
    }
}
