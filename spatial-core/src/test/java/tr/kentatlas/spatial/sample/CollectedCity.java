package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.RecordSink;

/** A small city kept whole, so that tests can look at it from all sides. */
final class CollectedCity implements RecordSink {
    private final Map<String, List<FeatureRecord>> byType = new LinkedHashMap<>();
    private final Map<UUID, FeatureRecord> byId = new HashMap<>();
    private final List<UUID> repeated = new ArrayList<>();
    private long progress;

    /** A clean one, made once for all tests of this JVM; nobody changes it. */
    static CollectedCity clean() {
        return Clean.CITY;
    }

    static CollectedCity of(SampleCity city) {
        CollectedCity collected = new CollectedCity();
        city.read(collected);
        return collected;
    }

    List<FeatureRecord> all(String type) {
        return byType.getOrDefault(type, List.of());
    }

    List<FeatureRecord> all() {
        return byType.values().stream().flatMap(List::stream).toList();
    }

    boolean has(UUID id) {
        return byId.containsKey(id);
    }

    FeatureRecord get(@Nullable Object id) {
        return Objects.requireNonNull(byId.get(id), () -> "no record " + id);
    }

    List<UUID> repeated() {
        return repeated;
    }

    long progress() {
        return progress;
    }

    static Geometry geometry(FeatureRecord entry) {
        return Objects.requireNonNull(entry.geometry());
    }

    static UUID id(FeatureRecord entry) {
        return Objects.requireNonNull(entry.id());
    }

    static @Nullable Object value(FeatureRecord entry, String column) {
        return entry.values().get(column);
    }

    static String text(FeatureRecord entry, String column) {
        return String.valueOf(entry.values().get(column));
    }

    @Override
    public void accept(FeatureRecord entry) {
        byType.computeIfAbsent(entry.type(), type -> new ArrayList<>()).add(entry);
        UUID id = entry.id();
        if (id != null && byId.put(id, entry) != null) {
            repeated.add(id);
        }
    }

    @Override
    public void reject(String type, String key, String reason) {
        throw new AssertionError("the sample city rejects nothing: " + type + " " + key + " " + reason);
    }

    @Override
    public void skip(String kind) {
        throw new AssertionError("the sample city skips nothing: " + kind);
    }

    @Override
    public void progress(long done) {
        progress = done;
    }

    private static final class Clean {
        static final CollectedCity CITY = of(SampleCity.of(Size.SMALL, 1));
    }
}
