package tr.kentatlas.api.exchange.agreement;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.exchange.agreement.Terms.Share;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;

/** Writes terms as the JSON that {@link TermsReader} reads. */
public final class TermsJson {
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private TermsJson() {}

    public static ObjectNode write(Terms terms) {
        ObjectNode json = NODES.objectNode();
        json.put("number", terms.number());
        json.put("provider", terms.parties().provider());
        json.put("partner", terms.parties().partner());
        json.put("contact", terms.parties().contact());
        if (terms.parties().providerContact() != null)
            json.put("providerContact", terms.parties().providerContact());
        json.put("purpose", terms.purpose());
        json.putObject("decision")
                .put("number", terms.decision().number())
                .put("date", terms.decision().date().toString());
        json.put("from", terms.from().toString());
        json.put("until", terms.until().toString());
        if (terms.ground() != null) json.put("ground", terms.ground());
        ArrayNode releases = json.putArray("releases");
        terms.releases().stream().sorted().forEach(kind -> releases.add(kind.word()));
        json.put("ratePerMinute", terms.limits().perMinute());
        json.put("monthlyQuota", terms.limits().perMonth());
        ArrayNode layers = json.putArray("layers");
        terms.shares().forEach(share -> layers.add(share(share)));
        return json;
    }

    private static ObjectNode share(Share share) {
        ObjectNode json = NODES.objectNode();
        json.put("type", share.type());
        ArrayNode fields = json.putArray("fields");
        share.fields().forEach(fields::add);
        if (share.rows() != null) json.put("rows", Cql2Writer.write(share.rows()));
        if (share.area() != null) json.set("area", area(share.area()));
        if (share.ground() != null) json.put("ground", share.ground());
        return json;
    }

    private static ObjectNode area(Grant.Area area) {
        ObjectNode json = NODES.objectNode();
        json.put("policy", area.policy().word());
        json.set("shape", shape(area.shape()));
        return json;
    }

    /** An area as GeoJSON. */
    public static ObjectNode shape(Geometry shape) {
        ObjectNode json = NODES.objectNode();
        if (shape instanceof Polygon polygon) {
            json.put("type", "Polygon");
            json.set("coordinates", rings(polygon));
            return json;
        }
        json.put("type", "MultiPolygon");
        ArrayNode polygons = json.putArray("coordinates");
        for (int i = 0; i < shape.getNumGeometries(); i++) polygons.add(rings((Polygon) shape.getGeometryN(i)));
        return json;
    }

    private static ArrayNode rings(Polygon polygon) {
        ArrayNode rings = NODES.arrayNode();
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) rings.add(ring(polygon.getInteriorRingN(i)));
        return rings;
    }

    private static ArrayNode ring(LinearRing ring) {
        ArrayNode positions = NODES.arrayNode();
        for (Coordinate c : ring.getCoordinates()) positions.addArray().add(c.x).add(c.y);
        return positions;
    }
}
