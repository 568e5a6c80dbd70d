package tr.kentatlas.api.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.body.DrawnShape;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.planning.Neighbourhoods;
import tr.kentatlas.spatial.planning.statistics.BorrowedPlace;
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

    private final Member json;
    private final View view;
    private final AskedData data;

    private StatisticsReader(JsonNode json, View view) {
        this.json = Member.document(json);
        this.view = view;
        this.data = new AskedData(view);
    }

    /** @throws tr.kentatlas.api.problem.Problem with every fault of the question */
    static StatisticsQuestion read(JsonNode json, View view) {
        return new StatisticsReader(json, view).question();
    }

    private StatisticsQuestion question() {
        json.knowOnly(Set.of("type", "rule", "fields", "breakdown", "filter", "neighbourhoods", "areas"));
        VisibleType type = data.type(json.at("type"));
        CountingRule rule = json.at("rule").constant(CountingRule.class, "planning.rule");
        List<DrawnArea> drawn = areas();
        if (type == null) throw json.faults().problem();
        BorrowedPlace place =
                BorrowedPlace.of(view.edition(), view.grant(), type).orElse(null);
        if (place == null) requirePlace(type, drawn);
        FeatureQuery query = data.query(type, json.at("filter"));
        List<Attribute> numbers = numbers(type);
        Attribute breakdown =
                json.at("breakdown").readText(name -> AskedData.attribute(type, name, PlanningTypes::isCategory));
        json.faults().settle();
        return new StatisticsQuestion(
                type, place, query, rule == null ? CountingRule.INSIDE : rule, numbers, breakdown, units(), drawn);
    }

    /** What has no place lies in no area: a count of 0 there would be a wrong answer. */
    private void requirePlace(VisibleType type, List<DrawnArea> drawn) {
        if (type.type().geometry() != null) return;
        String name = type.type().name();
        Member neighbourhoods = json.at("neighbourhoods");
        if (neighbourhoods.isTrue()) neighbourhoods.fault("planning.no-place", name);
        if (!drawn.isEmpty()) json.at("areas").fault("planning.no-place", name);
    }

    private List<Attribute> numbers(VisibleType type) {
        List<Attribute> numbers = new ArrayList<>();
        for (Member field : json.at("fields").each(MOST_FIELDS)) {
            Attribute found = field.readText(name -> AskedData.attribute(type, name, PlanningTypes::isNumber));
            if (found != null) numbers.add(found);
        }
        return numbers;
    }

    private @Nullable Neighbourhoods units() {
        if (!json.at("neighbourhoods").isTrue()) return null;
        return Neighbourhoods.of(view.edition(), view.grant()).orElse(null);
    }

    private List<DrawnArea> areas() {
        Member areas = json.at("areas");
        List<DrawnArea> drawn = new ArrayList<>();
        for (Member area : areas.each(MOST_AREAS)) {
            area.knowOnly(Set.of("name", "shape"));
            String name = area.at("name").optionalText(LONGEST_NAME);
            Geometry shape = shape(area.at("shape"));
            if (shape != null) drawn.add(new DrawnArea(name == null ? "#" + (drawn.size() + 1) : name, shape));
        }
        int corners =
                drawn.stream().mapToInt(area -> area.shape().getNumPoints()).sum();
        if (corners > MOST_CORNERS) areas.fault("planning.corners", MOST_CORNERS);
        return drawn;
    }

    private @Nullable Geometry shape(Member member) {
        Geometry shape = DrawnShape.of(member, MOST_CORNERS);
        if (shape != null && !data.isNearCity(shape.getEnvelopeInternal())) member.fault("planning.outside");
        return shape;
    }
}
