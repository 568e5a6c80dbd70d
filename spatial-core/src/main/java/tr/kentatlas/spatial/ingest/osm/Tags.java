package tr.kentatlas.spatial.ingest.osm;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;

/** The tags of one element. */
record Tags(Map<String, String> values) {
    static final Tags NONE = new Tags(Map.of());

    static Tags of(Collection<Tag> tags) {
        if (tags.isEmpty()) return NONE;
        Map<String, String> values = HashMap.newHashMap(tags.size());
        for (Tag tag : tags) values.put(tag.getKey(), tag.getValue());
        return new Tags(values);
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean is(String key, String value) {
        return value.equals(values.get(key));
    }

    /** Whether the tag is there and not denied by {@code no}. */
    boolean affirms(String key) {
        String value = values.get(key);
        return value != null && !value.equals("no");
    }

    /** The value of the first of these keys that is there. */
    @Nullable
    String first(List<String> keys) {
        for (String key : keys) {
            String value = values.get(key);
            if (value != null) return value;
        }
        return null;
    }
}
