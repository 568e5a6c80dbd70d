package tr.kentatlas.spatial.store.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;

/** What most of the latest objects of a type have, for a new one to begin with. */
public final class UsualValues {
    private static final int LATEST = 1_000;

    private final JdbcClient desk;

    /** @param desk connects as {@code kent_desk} or stronger */
    public UsualValues(JdbcClient desk) {
        this.desk = desk;
    }

    /**
     * By official name; nothing of what none of them has.
     *
     * @param attributes of the type, single values each
     */
    public Map<String, Object> of(FeatureType type, List<Attribute> attributes) {
        if (attributes.isEmpty()) return Map.of();
        String each = attributes.stream()
                .map(a -> "mode() WITHIN GROUP (ORDER BY " + a.column() + ") AS " + a.column())
                .collect(Collectors.joining(", "));
        Map<String, @Nullable Object> found = desk.sql("SELECT " + each + " FROM (SELECT * FROM working." + type.name()
                        + " ORDER BY row_no DESC LIMIT " + LATEST + ") latest")
                .query()
                .singleRow();
        Map<String, Object> usual = new LinkedHashMap<>();
        attributes.forEach(a -> {
            Object value = found.get(a.column());
            if (value != null) usual.put(a.name(), value);
        });
        return usual;
    }
}
