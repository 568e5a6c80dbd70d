package tr.kentatlas.spatial.store.filter;

import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.Reason;

/** The caller sees no such property: it does not exist, or it is not granted; the answer must not tell which. */
public final class UnknownPropertyException extends FilterException {
    private static final long serialVersionUID = 1L;

    private final String property;

    public UnknownPropertyException(Cql2.Property property) {
        super(property.place(), Reason.of(Phrase.NO_PROPERTY, property.name()));
        this.property = property.name();
    }

    public String property() {
        return property;
    }
}
