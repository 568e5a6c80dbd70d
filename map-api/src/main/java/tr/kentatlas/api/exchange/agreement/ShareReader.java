package tr.kentatlas.api.exchange.agreement;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.exchange.agreement.Terms.Share;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;

/** Reads one layer of an agreement's terms. */
final class ShareReader {
    private static final int MOST_FIELDS = 200;
    private static final int MOST_VERTICES = 10_000;

    private final JsonNode json;
    private final String path;
    private final Faults faults;

    ShareReader(JsonNode json, String path, Faults faults) {
        this.json = json;
        this.path = path;
        this.faults = faults;
    }

    Share read() {
        return new Share(
                faults.text(json, "type", path + ".type"),
                fields(),
                rows(),
                area(),
                faults.optionalText(json, "ground", path + ".ground"));
    }

    private Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        for (JsonNode field : faults.list(json, "fields", path + ".fields", MOST_FIELDS)) {
            if (!field.isString()) faults.add(path + ".fields", "terms.names");
            else fields.add(field.asString());
        }
        return fields;
    }

    private Cql2.@Nullable Predicate rows() {
        String text = faults.optionalText(json, "rows", path + ".rows");
        return text == null ? null : faults.read(path + ".rows", text, Cql2Text::parse);
    }

    private Grant.@Nullable Area area() {
        JsonNode area = json.path("area");
        if (area.isMissingNode() || area.isNull()) return null;
        Geometry shape = shape(area.path("shape"));
        Grant.AreaPolicy policy = policy(area.path("policy").asString(""));
        return shape == null || policy == null ? null : new Grant.Area(shape, policy);
    }

    private Grant.@Nullable AreaPolicy policy(String word) {
        return switch (word) {
            case "within" -> Grant.AreaPolicy.WITHIN;
            case "intersects" -> Grant.AreaPolicy.INTERSECTS;
            default -> {
                faults.add(path + ".area.policy", "terms.policy");
                yield null;
            }
        };
    }

    private @Nullable Geometry shape(JsonNode geoJson) {
        String at = path + ".area.shape";
        Geometry shape = faults.read(at, geoJson, Cql2Json::geometry);
        if (shape == null) return null;
        return isArea(shape, at) ? shape : null;
    }

    private boolean isArea(Geometry shape, String at) {
        boolean area = shape.getGeometryType().equals("Polygon")
                || shape.getGeometryType().equals("MultiPolygon");
        if (!area) return refused(at, "terms.polygon");
        if (shape.getNumPoints() > MOST_VERTICES) return refused(at, "terms.corners", MOST_VERTICES);
        if (!new Envelope(-180, 180, -90, 90).contains(shape.getEnvelopeInternal()))
            return refused(at, "terms.degrees");
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) return true;
        Coordinate where = error.getCoordinate();
        return refused(at, "terms.invalid-area", ValueWordings.of(ShapeFault.of(error)), where.x, where.y);
    }

    private boolean refused(String at, String key, Object... values) {
        faults.add(at, key, values);
        return false;
    }
}
