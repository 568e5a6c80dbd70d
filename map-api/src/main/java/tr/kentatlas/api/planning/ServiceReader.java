package tr.kentatlas.api.planning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.body.Member;
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

    private final Member json;
    private final View view;
    private final AskedData data;

    private ServiceReader(JsonNode json, View view) {
        this.json = Member.document(json);
        this.view = view;
        this.data = new AskedData(view);
    }

    /** @throws tr.kentatlas.api.problem.Problem with every fault of the question */
    static ServiceQuestion read(JsonNode json, View view) {
        return new ServiceReader(json, view).question();
    }

    private ServiceQuestion question() {
        json.knowOnly(Set.of("facilities", "point", "minutes", "speed", "snap", "list"));
        ServiceQuestion.Target target = target();
        double speed = json.at("speed").number(USUAL_SPEED, LEAST_SPEED, MOST_SPEED);
        double snap = json.at("snap").number(USUAL_SNAP, LEAST_SNAP, MOST_SNAP);
        List<Integer> minutes = minutes(json.at("minutes"));
        ServiceQuestion.Addresses addresses = addresses(json.at("list"));
        if (target == null) throw json.faults().problem();
        json.faults().settle();
        return new ServiceQuestion(target, new WalkRules(speed, snap, minutes), addresses);
    }

    private ServiceQuestion.@Nullable Target target() {
        Member facilities = json.at("facilities");
        Member point = json.at("point");
        if (facilities.isAbsent() == point.isAbsent()) {
            facilities.fault("planning.target");
            return null;
        }
        return point.isAbsent() ? features(facilities) : point.read(this::place);
    }

    private ServiceQuestion.@Nullable Target features(Member asked) {
        asked.knowOnly(Set.of("type", "attribute", "code", "filter"));
        VisibleType type = data.type(asked.at("type"));
        if (type == null) return null;
        if (type.type().geometry() == null) asked.at("type").fault("planning.facility-place");
        FeatureQuery query = data.query(type, asked.at("filter"));
        FeatureQuery coded = asked.at("attribute").readText(name -> {
            AskedData.attribute(type, name, PlanningTypes::isCategory);
            return coded(type, query, name, asked.at("code").json().asString(""));
        });
        return new ServiceQuestion.Features(type, coded == null ? query : coded);
    }

    private FeatureQuery coded(VisibleType type, FeatureQuery query, String attribute, String code) {
        return query.equalTo(new QuestionCheck(view.edition(), type).equal(Map.of(attribute, code)));
    }

    private ServiceQuestion.Place place(JsonNode node) {
        double longitude = node.path(0).isNumber() ? node.path(0).doubleValue() : Double.NaN;
        double latitude = node.path(1).isNumber() ? node.path(1).doubleValue() : Double.NaN;
        boolean isPlace = node.size() == 2 && Double.isFinite(longitude) && Double.isFinite(latitude);
        if (!isPlace || !data.isNearCity(new Envelope(new Coordinate(longitude, latitude)))) {
            throw new ValueRefused("planning.point");
        }
        return new ServiceQuestion.Place(longitude, latitude);
    }

    private static List<Integer> minutes(Member asked) {
        if (asked.isAbsent()) return USUAL_MINUTES;
        TreeSet<Integer> minutes = new TreeSet<>();
        asked.json().forEach(node -> minutes.add(node.isIntegralNumber() ? node.asInt() : 0));
        boolean good = !minutes.isEmpty() && minutes.size() <= MOST_BANDS;
        if (good && minutes.first() >= 1 && minutes.last() <= MOST_MINUTES) return List.copyOf(minutes);
        asked.fault("planning.minutes", MOST_BANDS, MOST_MINUTES);
        return USUAL_MINUTES;
    }

    private static ServiceQuestion.Addresses addresses(Member list) {
        if (!list.isAbsent()) list.knowOnly(Set.of("which", "neighbourhood", "limit", "offset"));
        ServiceQuestion.Which which = list.at("which").constant(ServiceQuestion.Which.class, "planning.which");
        UUID neighbourhood = list.at("neighbourhood").readText(UUID::fromString);
        int limit = (int) list.at("limit").number(USUAL_LIMIT, 1, MOST_LIMIT);
        int offset = (int) list.at("offset").number(0, 0, Integer.MAX_VALUE);
        return new ServiceQuestion.Addresses(
                which == null ? ServiceQuestion.Which.NOT_SERVED : which, neighbourhood, limit, offset);
    }
}
