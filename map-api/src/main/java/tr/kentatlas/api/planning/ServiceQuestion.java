package tr.kentatlas.api.planning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.planning.walk.WalkRules;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.word.Worded;

/** Who can walk to what. */
record ServiceQuestion(Target target, WalkRules rules, Addresses addresses) {

    /** What is walked to. */
    sealed interface Target {}

    /** All features that answer a question. */
    record Features(VisibleType type, FeatureQuery query) implements Target {}

    /** A place in CRS84. */
    record Place(double longitude, double latitude) implements Target {}

    /** Which doors are listed. */
    enum Which implements Worded {
        SERVED,
        NOT_SERVED
    }

    /**
     * The list of doors.
     *
     * @param neighbourhood null for all
     */
    record Addresses(Which which, @Nullable UUID neighbourhood, int limit, int offset) {}
}
