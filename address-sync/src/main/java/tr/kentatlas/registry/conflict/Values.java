package tr.kentatlas.registry.conflict;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a working object by column; null where it has none. */
final class Values {
    private final Map<String, @Nullable Object> byColumn = new LinkedHashMap<>();

    static Values of(String column, @Nullable Object value) {
        return new Values().with(column, value);
    }

    Values with(String column, @Nullable Object value) {
        byColumn.put(column, value);
        return this;
    }

    /** Leaves out every other column. */
    Values only(Collection<String> columns) {
        byColumn.keySet().retainAll(columns);
        return this;
    }

    boolean isEmpty() {
        return byColumn.isEmpty();
    }

    @SuppressWarnings("NullAway") // a feature record takes null for what is not there
    Map<String, Object> byColumn() {
        return byColumn;
    }
}
