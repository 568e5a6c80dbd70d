package tr.kentatlas.api.planning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.planning.walk.WalkRules;
import tr.kentatlas.spatial.store.QuestionCheck;
import tr.kentatlas.spatial.store.VisibleType;

/** Reads a question of walking, held against what the caller sees: facilities or a point, minutes, speed, snap, and the list wanted. */
final class ServiceReader {
    private static final double USUAL_SPEED = 5;
    private static final double LEAST_SPEED = 1;
    private static final double MOST_SPEED = 8;
    private static final double USUAL_SNAP = 100;
    private static final double LEAST_SNAP = 5;
    private static final double MOST_SNAP = 500;
    private static final int MOST_MINUTES = 60;
    private static final int MOST_BANDS = 6;
    private static final List<Integer> USUAL_MINUTES = List.of(5, 10, 15);
    private static final int USUAL_LIMIT = 50;
    private static final int MOST_LIMIT = 1_000;
    private static final double BESIDE_CITY = 0.5;

    private final JsonNode json;
    private final Members members;

    private ServiceReader(JsonNode json, View view) {
        this.json = json;
        this.members = new Members(view);
    }

    /** @throws tr.kentatlas.api.problem.Problem with every fault of the question */
    static ServiceQuestion read(JsonNode json, View view) {
        return new ServiceReader(json, view).question();
    }

    private ServiceQuestion question() {
        members.knowOnly(json, "", Set.of("facilities", "point", "minutes", "speed", "snap", "list"));
        ServiceQuestion.Target target = target();
        double speed = members.number(json.path("speed"), "speed", USUAL_SPEED, LEAST_SPEED, MOST_SPEED);
        double snap = members.number(json.path("snap"), "snap", USUAL_SNAP, LEAST_SNAP, MOST_SNAP);
        List<Integer> minutes = minutes();
        ServiceQuestion.Addresses addresses = addresses(json.path("list"));
        if (target == null || !members.isFaultless()) throw members.problem();
        return new ServiceQuestion(target, new WalkRules(speed, snap, minutes), addresses);
    }

    private ServiceQuestion.@Nullable Target target() {
        JsonNode facilities = json.path("facilities");
        JsonNode point = json.path("point");
        if (Members.isAbsent(facilities) == Members.isAbsent(point)) {
            members.fault("facilities", "planning.target");
            return null;
        }
        return Members.isAbsent(point) ? features(facilities) : members.read(point, "point", this::place);
    }

    private ServiceQuestion.@Nullable Target features(JsonNode asked) {
        members.knowOnly(asked, "facilities.", Set.of("type", "attribute", "code", "filter"));
        VisibleType type = members.type(asked.path("type"), "facilities.type");
        if (type == null) return null;
        if (type.type().geometry() == null) members.fault("facilities.type", "planning.facility-place");
        FeatureQuery query = members.query(type, asked.path("filter"), "facilities.filter");
        FeatureQuery coded = members.read(asked.path("attribute"), "facilities.attribute", node -> {
            String name = node.asString("");
            if (type.attribute(name).filter(PlanningTypes::isCategory).isEmpty())
                throw new ValueRefused("planning.attribute", name);
            return coded(type, query, name, asked.path("code").asString(""));
        });
        return new ServiceQuestion.Features(type, coded == null ? query : coded);
    }

    private FeatureQuery coded(VisibleType type, FeatureQuery query, String attribute, String code) {
        return query.equalTo(new QuestionCheck(members.view().edition(), type).equal(Map.of(attribute, code)));
    }

    private ServiceQuestion.Place place(JsonNode node) {
        double longitude = node.path(0).isNumber() ? node.path(0).doubleValue() : Double.NaN;
        double latitude = node.path(1).isNumber() ? node.path(1).doubleValue() : Double.NaN;
        Envelope city = members.view().edition().extent();
        city.expandBy(BESIDE_CITY);
        if (node.size() != 2 || !city.contains(longitude, latitude)) throw new ValueRefused("planning.point");
        return new ServiceQuestion.Place(longitude, latitude);
    }

    private List<Integer> minutes() {
        JsonNode asked = json.path("minutes");
        if (Members.isAbsent(asked)) return USUAL_MINUTES;
        TreeSet<Integer> minutes = new TreeSet<>();
        asked.forEach(node -> minutes.add(node.isIntegralNumber() ? node.asInt() : 0));
        boolean good = !minutes.isEmpty() && minutes.size() <= MOST_BANDS;
        if (good && minutes.first() >= 1 && minutes.last() <= MOST_MINUTES) return List.copyOf(minutes);
        members.fault("minutes", "planning.minutes", MOST_BANDS, MOST_MINUTES);
        return USUAL_MINUTES;
    }

    private ServiceQuestion.Addresses addresses(JsonNode list) {
        if (!Members.isAbsent(list))
            members.knowOnly(list, "list.", Set.of("which", "neighbourhood", "limit", "offset"));
        ServiceQuestion.Which which =
                members.read(list.path("which"), "list.which", node -> switch (node.asString("")) {
                    case "served" -> ServiceQuestion.Which.SERVED;
                    case "not-served" -> ServiceQuestion.Which.NOT_SERVED;
                    default -> throw new ValueRefused("planning.which");
                });
        UUID neighbourhood = members.read(
                list.path("neighbourhood"), "list.neighbourhood", node -> UUID.fromString(node.asString("")));
        int limit = (int) members.number(list.path("limit"), "list.limit", USUAL_LIMIT, 1, MOST_LIMIT);
        int offset = (int) members.number(list.path("offset"), "list.offset", 0, 0, Integer.MAX_VALUE);
        return new ServiceQuestion.Addresses(
                which == null ? ServiceQuestion.Which.NOT_SERVED : which, neighbourhood, limit, offset);
    }
}
