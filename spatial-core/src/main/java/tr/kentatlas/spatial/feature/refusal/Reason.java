package tr.kentatlas.spatial.feature.refusal;

import java.util.List;

/**
 * Why a question cannot be answered, in no language: it gets its words where it is told. A value is another reason, a {@link ShapeFault}
 * or a text; anything else is taken as its text.
 */
public record Reason(Phrase phrase, List<Object> values) {
    public Reason {
        values = values.stream().map(Reason::value).toList();
        if (values.size() != phrase.takes())
            throw new IllegalStateException(phrase + " is told with " + phrase.takes() + " values: " + values);
    }

    public static Reason of(Phrase phrase, Object... values) {
        return new Reason(phrase, List.of(values));
    }

    private static Object value(Object value) {
        return switch (value) {
            case Phrase phrase -> of(phrase);
            case Reason reason -> reason;
            case ShapeFault fault -> fault;
            default -> String.valueOf(value);
        };
    }

    /** For logs, where no language is asked for. */
    @Override
    public String toString() {
        return values.isEmpty() ? phrase.word() : phrase.word() + values;
    }
}
