package tr.kentatlas.spatial.ingest;

import java.util.List;

/** An import would undo what people have edited since the last one; nothing of it got in. */
public final class EditsInTheWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long count;
    private final transient List<String> first;

    EditsInTheWay(long count, List<String> first) {
        super(count + " records: " + first);
        this.count = count;
        this.first = List.copyOf(first);
    }

    public long count() {
        return count;
    }

    /** Some of them: type, identity, who edited it and when. */
    public List<String> first() {
        return first;
    }
}
