package tr.kentatlas.api.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.planning.Neighbourhoods;
import tr.kentatlas.spatial.planning.statistics.CountingRule;
import tr.kentatlas.spatial.planning.statistics.DrawnArea;
import tr.kentatlas.spatial.planning.statistics.StatisticsQuestion;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Reads a question of statistics, held against what the caller sees: type, rule, fields, breakdown, filter, neighbourhoods and areas
 * (GeoJSON polygons in CRS84).
 */
final class StatisticsReader {
    private static final int MOST_FIELDS = 5;
    private static final int MOST_AREAS = 50;
    private static final int MOST_CORNERS = 5_000;
    private static final int LONGEST_NAME = 100;
    /** Farther than this from the city, in degrees, nothing is projected well. */
    private static final double BESIDE_CITY = 0.5;

    private final JsonNode json;
    private final Members members;
    private int corners;

    private StatisticsReader(JsonNode json, View view) {
        this.json = json;
        this.members = new Members(view);
    }

    /** @throws tr.kentatlas.api.problem.Problem with every fault of the question */
    static StatisticsQuestion read(JsonNode json, View view) {
        return new StatisticsReader(json, view).question();
    }

    private StatisticsQuestion question() {
        members.knowOnly(json, "", Set.of("type", "rule", "fields", "breakdown", "filter", "neighbourhoods", "areas"));
        VisibleType type = members.type(json.path("type"), "type");
        CountingRule rule = members.read(json.path("rule"), "rule", StatisticsReader::rule);
        List<DrawnArea> drawn = areas();
        if (type == null) throw members.problem();
        requirePlace(type, drawn);
        FeatureQuery query = members.query(type, json.path("filter"), "filter");
        List<Attribute> numbers = numbers(type);
        Attribute breakdown = members.read(
                json.path("breakdown"), "breakdown", node -> attribute(type, node, PlanningTypes::isCategory));
        if (!members.isFaultless()) throw members.problem();
        return new StatisticsQuestion(
                type, query, rule == null ? CountingRule.INSIDE : rule, numbers, breakdown, units(), drawn);
    }

    /** What has no place lies in no area: a count of 0 there would be a wrong answer. */
    private void requirePlace(VisibleType type, List<DrawnArea> drawn) {
        if (type.type().geometry() != null) return;
        String name = type.type().name();
        if (json.path("neighbourhoods").asBoolean(false)) members.fault("neighbourhoods", "planning.no-place", name);
        if (!drawn.isEmpty()) members.fault("areas", "planning.no-place", name);
    }

    private static CountingRule rule(JsonNode node) {
        for (CountingRule rule : CountingRule.values())
            if (rule.name().toLowerCase(Locale.ROOT).equals(node.asString(""))) return rule;
        throw new ValueRefused("planning.rule");
    }

    private List<Attribute> numbers(VisibleType type) {
        List<Attribute> numbers = new ArrayList<>();
        JsonNode fields = json.path("fields");
        if (fields.size() > MOST_FIELDS) members.fault("fields", "planning.most", MOST_FIELDS);
        for (int i = 0; i < Math.min(MOST_FIELDS, fields.size()); i++) {
            Attribute found = members.read(
                    fields.get(i), "fields[" + i + "]", node -> attribute(type, node, PlanningTypes::isNumber));
            if (found != null) numbers.add(found);
        }
        return numbers;
    }

    /** What is hidden and what is no number are refused in the same words. */
    private static Attribute attribute(VisibleType type, JsonNode node, Predicate<Attribute> kind) {
        return type.attribute(node.asString(""))
                .filter(kind)
                .orElseThrow(() -> new ValueRefused("planning.attribute", node.asString("")));
    }

    private @Nullable Neighbourhoods units() {
        if (!json.path("neighbourhoods").asBoolean(false)) return null;
        View view = members.view();
        return Neighbourhoods.of(view.edition(), view.grant()).orElse(null);
    }

    private List<DrawnArea> areas() {
        JsonNode areas = json.path("areas");
        List<DrawnArea> drawn = new ArrayList<>();
        if (areas.size() > MOST_AREAS) members.fault("areas", "planning.most", MOST_AREAS);
        for (int i = 0; i < Math.min(MOST_AREAS, areas.size()); i++) {
            String path = "areas[" + i + "].";
            JsonNode area = areas.get(i);
            members.knowOnly(area, path, Set.of("name", "shape"));
            String name = area.path("name").asString("").strip();
            if (name.length() > LONGEST_NAME) members.fault(path + "name", "request.characters", LONGEST_NAME);
            if (!area.path("shape").isObject()) members.fault(path + "shape", "request.missing");
            Geometry shape = members.read(area.path("shape"), path + "shape", this::shape);
            if (shape != null) drawn.add(new DrawnArea(name.isEmpty() ? "#" + (i + 1) : name, shape));
        }
        return drawn;
    }

    private Geometry shape(JsonNode node) {
        Geometry shape = Cql2Json.geometry(node);
        if (!(shape instanceof Polygonal)) throw new ValueRefused("planning.polygon");
        corners += shape.getNumPoints();
        if (corners > MOST_CORNERS) throw new ValueRefused("planning.corners", MOST_CORNERS);
        Envelope city = members.view().edition().extent();
        city.expandBy(BESIDE_CITY);
        if (!city.contains(shape.getEnvelopeInternal())) throw new ValueRefused("planning.outside");
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) return shape;
        Coordinate at = error.getCoordinate();
        throw new ValueRefused("planning.invalid-area", ValueWordings.of(ShapeFault.of(error)), at.x, at.y);
    }
}
