package tr.kentatlas.api.planning;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.planning.statistics.AreaFigures;

/** Statistics as JSON for the page, and as GeoJSON (RFC 7946) with the figures as properties. */
final class StatisticsJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StatisticsAnswer answer;

    private StatisticsJson(StatisticsAnswer answer) {
        this.answer = answer;
    }

    static ObjectNode of(StatisticsAnswer answer) {
        return new StatisticsJson(answer).whole();
    }

    static ObjectNode geoJson(StatisticsAnswer answer) {
        return new StatisticsJson(answer).collection();
    }

    private ObjectNode whole() {
        ObjectNode json = head();
        ArrayNode fields = json.putArray("fields");
        answer.question().numbers().forEach(attribute -> fields.add(named(attribute)));
        Attribute breakdown = answer.question().breakdown();
        if (breakdown != null) json.set("breakdown", named(breakdown));
        json.put("hasArea", answer.hasArea()).put("hasLength", answer.hasLength());
        ArrayNode areas = json.putArray("areas");
        answer.areas().forEach(area -> areas.add(area(area)));
        return json;
    }

    private ObjectNode head() {
        ObjectNode json = JSON.createObjectNode();
        json.put("release", answer.view().edition().release());
        json.put("type", answer.question().type().type().name());
        json.set("title", JSON.valueToTree(answer.question().type().type().title()));
        json.put("rule", answer.question().rule().word());
        json.set(
                "places",
                JSON.valueToTree(
                        PlanningTypes.places(answer.view(), answer.question().type())));
        json.put("crs", "EPSG:" + answer.view().edition().srid());
        return json;
    }

    private static ObjectNode named(Attribute attribute) {
        ObjectNode json = JSON.createObjectNode().put("name", attribute.name()).put("unit", attribute.unit());
        json.set("title", JSON.valueToTree(attribute.title()));
        return json;
    }

    private ObjectNode area(StatisticsAnswer.Area area) {
        AreaFigures figures = area.figures();
        ObjectNode json = JSON.createObjectNode()
                .put("key", figures.key())
                .put("kind", area.kind().word())
                .put("withheld", figures.isWithheld());
        json.set("name", JSON.valueToTree(area.name()));
        if (figures.isWithheld()) return json;
        sizes(json, figures.count(), figures.squareMetres(), figures.metres());
        ArrayNode numbers = json.putArray("figures");
        figures.numbers().forEach(one -> numbers.add(numbers(one)));
        ArrayNode codes = json.putArray("codes");
        figures.codes().forEach(code -> codes.add(code(code)));
        return json;
    }

    private void sizes(ObjectNode json, long count, double squareMetres, double metres) {
        json.put("count", count);
        if (answer.hasArea()) json.put("area", rounded(squareMetres));
        if (answer.hasLength()) json.put("length", rounded(metres));
    }

    private static ObjectNode numbers(AreaFigures.Numbers one) {
        return JSON.createObjectNode()
                .put("count", one.count())
                .put("total", rounded(one.total()))
                .put("mean", rounded(one.mean()))
                .put("min", rounded(one.least()))
                .put("max", rounded(one.most()))
                .put("median", rounded(one.median()))
                .put("withheld", one.isWithheld());
    }

    private ObjectNode code(AreaFigures.Code code) {
        ObjectNode json = JSON.createObjectNode().put("code", code.code()).put("withheld", code.isWithheld());
        json.set("title", JSON.valueToTree(words(code.code())));
        if (!code.isWithheld()) sizes(json, code.count(), code.squareMetres(), code.metres());
        return json;
    }

    private Text words(@Nullable String code) {
        Attribute breakdown = answer.question().breakdown();
        if (code == null || breakdown == null) return new Text("Belirtilmemiş", "Not given");
        return PlanningTypes.words(answer.question().type(), breakdown, code);
    }

    /** To the hundredth; what is measured in metres is not known better. */
    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.rint(value * 100) / 100;
    }

    private ObjectNode collection() {
        ObjectNode json = JSON.createObjectNode().put("type", "FeatureCollection");
        json.set("question", head());
        ArrayNode features = json.putArray("features");
        answer.areas().stream().filter(area -> !area.geoJson().isEmpty()).forEach(area -> features.add(feature(area)));
        return json;
    }

    private ObjectNode feature(StatisticsAnswer.Area area) {
        ObjectNode json = JSON.createObjectNode()
                .put("type", "Feature")
                .put("id", area.figures().key());
        json.set("geometry", JSON.readTree(area.geoJson()));
        ObjectNode properties = json.putObject("properties");
        properties
                .put("kind", area.kind().word())
                .put("name", area.name().tr())
                .put("withheld", area.figures().isWithheld());
        if (area.figures().isWithheld()) return json;
        sizes(
                properties,
                area.figures().count(),
                area.figures().squareMetres(),
                area.figures().metres());
        for (int i = 0; i < area.figures().numbers().size(); i++)
            flat(
                    properties,
                    answer.question().numbers().get(i).name(),
                    area.figures().numbers().get(i));
        area.figures().codes().forEach(code -> flat(properties, code));
        return json;
    }

    /** How many are of a code; null where that is withheld. */
    private void flat(ObjectNode properties, AreaFigures.Code code) {
        Attribute breakdown = answer.question().breakdown();
        if (breakdown == null) return;
        String name = breakdown.name() + "." + (code.code() == null ? "" : code.code());
        properties.put(name, code.isWithheld() ? null : code.count());
    }

    private static void flat(ObjectNode properties, String name, AreaFigures.Numbers one) {
        properties
                .put(name + ".total", rounded(one.total()))
                .put(name + ".mean", rounded(one.mean()))
                .put(name + ".min", rounded(one.least()))
                .put(name + ".max", rounded(one.most()))
                .put(name + ".median", rounded(one.median()));
    }
}
