package tr.kentatlas.spatial.store;

import java.util.Map;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.time.TimeRange;

/** Refuses what a question asks of a type and cannot be answered, before anything is read. */
public final class QuestionCheck {
    private final Conditions conditions;

    public QuestionCheck(Edition edition, VisibleType type) {
        this.conditions = new Conditions(edition, type);
    }

    /** Refuses a filter that cannot be answered. */
    public void filter(Cql2.Predicate filter, Crs crs) {
        conditions.filter(filter, crs);
    }

    /** Refuses a time where the grant does not show when features are valid; hands back what it was given. */
    public TimeRange time(TimeRange time) {
        conditions.time(time);
        return time;
    }

    /** Refuses properties or values that cannot be compared; hands back what it was given. */
    public Map<String, String> equal(Map<String, String> equal) {
        equal.forEach(conditions::equal);
        return equal;
    }
}
