package tr.kentatlas.spatial.store;

import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.feature.cql2.Place;

/** A well-formed filter that asks something of values which they cannot answer, such as a text below a number. */
public final class FilterTypeException extends FilterException {
    private static final long serialVersionUID = 1L;

    FilterTypeException(Cql2 near, String sentence) {
        super(near instanceof Cql2.Property property ? property.place() : Place.UNKNOWN, sentence);
    }
}
