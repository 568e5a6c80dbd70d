package tr.kentatlas.spatial.feature.cql2;

import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.Reason;

/** The filter is not CQL2 (OGC 21-065r2), or larger or deeper than this service reads. */
public final class Cql2SyntaxException extends FilterException {
    private static final long serialVersionUID = 1L;

    Cql2SyntaxException(Place place, Phrase phrase, Object... values) {
        super(place, Reason.of(phrase, values));
    }
}
