package tr.kentatlas.api.ogc.features;

import java.util.Map;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * A request for features, read whole: what of the city the caller sees, of which type, and what is asked.
 *
 * @param ownParameters the request's parameters without those that choose the page or its form
 */
record ItemsQuestion(View view, VisibleType type, FeatureQuery query, Map<String, String> ownParameters) {

    /** Whether every visible feature is asked for, so that their number is known. */
    boolean asksForAll() {
        Grant.TypeGrant grant = type.grant();
        return query.bbox() == null
                && query.filter() == null
                && query.time() == null
                && query.equal().isEmpty()
                && grant.rows() == null
                && grant.area() == null;
    }

    String collection() {
        return type.type().name();
    }
}
