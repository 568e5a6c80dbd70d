package tr.kentatlas.spatial.feature.cql2;

/** A filter that cannot be answered; its message is for the person who wrote it. */
public abstract class FilterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String sentence;

    protected FilterException(Place place, String sentence) {
        super(place.before(sentence));
        this.place = place;
        this.sentence = sentence;
    }

    /** Where in the filter the fault is. */
    public Place place() {
        return place;
    }

    /** What is wrong, without the place. */
    public String sentence() {
        return sentence;
    }
}
