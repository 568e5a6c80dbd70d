package tr.kentatlas.spatial.feature.cql2;

import tr.kentatlas.spatial.feature.refusal.QuestionRefused;
import tr.kentatlas.spatial.feature.refusal.Reason;

/** A filter that cannot be answered. */
public abstract class FilterException extends QuestionRefused {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    protected FilterException(Place place, Reason reason) {
        super(reason);
        this.place = place;
    }

    /** Where in the filter the fault is. */
    public Place place() {
        return place;
    }
}
