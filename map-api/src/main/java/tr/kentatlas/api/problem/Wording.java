package tr.kentatlas.api.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence of the message files with its values, told in the language of who asks. A value that is a wording is told in the same
 * language, so are words in both, a list of values with commas between; anything else stands as it is written, so numbers of records get no separators.
 */
public record Wording(String key, List<Object> values) {
    public Wording {
        values = List.copyOf(values);
    }

    public static Wording of(String key, Object... values) {
        return new Wording(key, Arrays.asList(values));
    }

    /** For logs, where no language is asked for. */
    @Override
    public String toString() {
        return values.isEmpty()
                ? key
                : key + values.stream().map(String::valueOf).collect(Collectors.toList());
    }
}
