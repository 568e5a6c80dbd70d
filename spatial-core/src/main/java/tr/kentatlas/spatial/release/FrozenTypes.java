package tr.kentatlas.spatial.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.PublishedTable;

/** Which snapshot of a release holds each feature type, and the model that snapshot was frozen under. For jobs; callers use editions. */
public record FrozenTypes(Release release, Map<String, Entry> byName) {

    /** A type as it was frozen. */
    public record Entry(FeatureType type, Model model, Snapshot snapshot) {
        public PublishedTable table() {
            return PublishedTable.full(model, type, snapshot.id());
        }
    }

    public FrozenTypes {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static FrozenTypes of(Release release, JdbcClient jdbc) {
        Map<String, Entry> types = new LinkedHashMap<>();
        for (Snapshot snapshot : release.snapshots())
            add(snapshot, StoredModel.read(snapshot.modelHash(), jdbc), types);
        return new FrozenTypes(release, types);
    }

    public List<Entry> entries() {
        return List.copyOf(byName.values());
    }

    public Optional<Entry> find(String type) {
        return Optional.ofNullable(byName.get(type));
    }

    /** A search path on which a type's bare name is its frozen table. */
    public String searchPath() {
        return release.snapshots().stream()
                .map(snapshot -> PublishedTable.Wall.YAYIN.schema(snapshot.id()))
                .collect(Collectors.joining(", ", "", ", public"));
    }

    private static void add(Snapshot snapshot, Model model, Map<String, Entry> types) {
        for (FeatureType type : model.theme(snapshot.theme()).types()) {
            types.put(type.name(), new Entry(type, model, snapshot));
        }
    }
}
