package tr.kentatlas.spatial.feature.cql2;

/** The filter is not CQL2 (OGC 21-065r2), or larger or deeper than this service reads. */
public final class Cql2SyntaxException extends FilterException {
    private static final long serialVersionUID = 1L;

    Cql2SyntaxException(Place place, String sentence) {
        super(place, sentence);
    }
}
