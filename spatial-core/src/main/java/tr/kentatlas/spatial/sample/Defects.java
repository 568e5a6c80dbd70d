package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Spoils chosen records of the first district on their way out, and keeps the list of what it did. */
final class Defects {
    private final boolean active;
    private final List<Planted> planted = new ArrayList<>();
    /** Of the features in the list, as they come by; a record may have lost its identity. */
    private final Map<@Nullable UUID, String> types = new HashMap<>();
    /** Looked up only, never walked through. */
    private final Map<UUID, Change> changes = new HashMap<>();

    private record Planted(String rule, @Nullable UUID id, String note) {}

    /** Spoils a record; null drops it. */
    @FunctionalInterface
    interface Change {
        @Nullable
        FeatureRecord apply(FeatureRecord entry);
    }

    private Defects(boolean active) {
        this.active = active;
    }

    static Defects none() {
        return new Defects(false);
    }

    static Defects planted() {
        return new Defects(true);
    }

    List<PlantedDefect> list() {
        return planted.stream()
                .map(one -> new PlantedDefect(one.rule(), types.getOrDefault(one.id(), ""), one.id(), one.note()))
                .toList();
    }

    RecordSink into(District district, RecordSink sink) {
        if (!active) {
            return sink;
        }
        planted.clear();
        types.clear();
        changes.clear();
        DefectPlan.plant(district, this);
        return new Spoiling(sink);
    }

    void change(String rule, UUID id, String note, Change change) {
        list(rule, id, note);
        changes.put(id, change);
    }

    /** Changes a record whose defect is found elsewhere. */
    void silently(UUID id, Change change) {
        changes.put(id, change);
    }

    void list(String rule, @Nullable UUID id, String note) {
        planted.add(new Planted(rule, id, note));
        types.put(id, "");
    }

    /** The record with one value replaced; a null value is taken out. */
    static FeatureRecord with(FeatureRecord entry, String column, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(entry.values());
        if (value == null) {
            values.remove(column);
        } else {
            values.put(column, value);
        }
        return new FeatureRecord(entry.type(), entry.id(), values, entry.geometry());
    }

    static FeatureRecord moved(FeatureRecord entry, @Nullable UUID id, @Nullable Geometry geometry) {
        return new FeatureRecord(entry.type(), id, entry.values(), geometry);
    }

    private final class Spoiling implements RecordSink {
        private final RecordSink sink;

        Spoiling(RecordSink sink) {
            this.sink = sink;
        }

        @Override
        public void accept(FeatureRecord entry) {
            UUID id = entry.id();
            Change change = id == null ? null : changes.get(id);
            FeatureRecord spoiled = change == null ? entry : change.apply(entry);
            if (spoiled != null) {
                types.computeIfPresent(spoiled.id(), (known, type) -> spoiled.type());
                sink.accept(spoiled);
            }
        }

        @Override
        public void reject(String type, String key, String reason) {
            sink.reject(type, key, reason);
        }

        @Override
        public void unreadable(String type, String key, String attribute, String reason) {
            sink.unreadable(type, key, attribute, reason);
        }

        @Override
        public void skip(String kind) {
            sink.skip(kind);
        }

        @Override
        public void progress(long done) {
            sink.progress(done);
        }
    }
}
