package tr.kentatlas.spatial.store.filter;

import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.feature.cql2.Place;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.Reason;

/** A well-formed filter that asks something of values which they cannot answer, such as a text below a number. */
public final class FilterTypeException extends FilterException {
    private static final long serialVersionUID = 1L;

    FilterTypeException(Cql2 near, Phrase phrase, Object... values) {
        super(near instanceof Cql2.Property property ? property.place() : Place.UNKNOWN, Reason.of(phrase, values));
    }

    /** A property that holds something else than what is wanted there. */
    static FilterTypeException held(Phrase wanted, Cql2.Property property, ValueKind held) {
        return new FilterTypeException(
                property, Phrase.EXPECTED_HELD, wanted, '"' + property.name() + '"', held.phrase());
    }
}
