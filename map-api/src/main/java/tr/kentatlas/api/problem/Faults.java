package tr.kentatlas.api.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request, gathered while it is read, so that all of it is told together. */
public final class Faults {
    private final List<Problem.Fault> all = new ArrayList<>();

    public void add(String parameter, String key, Object... values) {
        add(parameter, Wording.of(key, values));
    }

    public void add(String parameter, Wording wording) {
        all.add(new Problem.Fault(parameter, wording));
    }

    /** What a reader makes of a parameter's text; null where it refuses, which is noted. */
    public <T> @Nullable T read(String parameter, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            add(parameter, ValueWordings.of(e));
            return null;
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Refuses the request when anything was wrong with it. */
    public void settle() {
        if (!all.isEmpty()) throw problem();
    }

    /** The refusal that tells all. */
    public Problem problem() {
        return Problem.invalid(all);
    }
}
