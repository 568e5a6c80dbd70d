package tr.kentatlas.api.exchange.agreement;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.api.body.DrawnShape;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.exchange.agreement.Terms.Share;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;

/** Reads one layer of an agreement's terms. */
final class ShareReader {
    private static final int MOST_FIELDS = 200;
    private static final int MOST_VERTICES = 10_000;

    private static final int LONGEST_TEXT = 2_000;
    private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);

    private final Member json;

    ShareReader(Member json) {
        this.json = json;
    }

    Share read() {
        return new Share(
                json.at("type").text(LONGEST_TEXT),
                fields(json.at("fields")),
                json.at("rows").readText(ShareReader::rows),
                area(json.at("area")),
                json.at("ground").optionalText(LONGEST_TEXT));
    }

    private static Set<String> fields(Member names) {
        Set<String> fields = new LinkedHashSet<>();
        for (Member name : names.some(MOST_FIELDS)) fields.add(name.text(LONGEST_TEXT));
        return fields;
    }

    private static Cql2.Predicate rows(String text) {
        if (text.length() > LONGEST_TEXT) throw new ValueRefused("request.characters", LONGEST_TEXT);
        return Cql2Text.parse(text);
    }

    private static Grant.@Nullable Area area(Member area) {
        if (area.isAbsent()) return null;
        Geometry shape = shape(area.at("shape"));
        Grant.AreaPolicy policy = policy(area.at("policy"));
        return shape == null || policy == null ? null : new Grant.Area(shape, policy);
    }

    private static Grant.@Nullable AreaPolicy policy(Member policy) {
        if (policy.isBlank()) policy.fault("terms.policy");
        return policy.constant(Grant.AreaPolicy.class, "terms.policy");
    }

    private static @Nullable Geometry shape(Member member) {
        Geometry shape = DrawnShape.of(member, MOST_VERTICES);
        if (shape != null && !DEGREES.contains(shape.getEnvelopeInternal())) member.fault("terms.degrees");
        return shape;
    }
}
