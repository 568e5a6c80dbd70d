package tr.kentatlas.registry.port;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something the synchronisation says of its work, in no language: it gets its words where it is told. A value is a text, a {@link Level},
 * a {@link ResultCode} or another remark; anything else is taken as its text.
 */
public record Remark(Saying saying, List<Object> values) {
    /** Remarks within remarks. */
    static final int DEEPEST = 8;

    public Remark {
        values = values.stream().map(Remark::value).toList();
        if (values.size() != saying.takes())
            throw new IllegalArgumentException(saying + " is told with " + saying.takes() + " values: " + values);
        if (depth(values) > DEEPEST) throw new IllegalArgumentException(saying + " holds too many remarks");
    }

    public static Remark of(Saying saying, Object... values) {
        return new Remark(saying, List.of(values));
    }

    /** What the registry says in its own words. */
    public static Remark theirs(String words) {
        return of(Saying.THEIR_WORDS, words);
    }

    private static Object value(Object value) {
        return value instanceof Remark || value instanceof Level || value instanceof ResultCode
                ? value
                : String.valueOf(value);
    }

    private static int depth(List<Object> values) {
        Stream<Integer> inner = values.stream().map(v -> v instanceof Remark remark ? depth(remark.values()) + 1 : 0);
        return inner.reduce(0, Math::max);
    }

    /** For logs, where no language is asked for. */
    @Override
    public String toString() {
        return values.isEmpty() ? saying.word() : saying.word() + values;
    }
}
