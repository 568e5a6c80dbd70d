package tr.kentatlas.spatial.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tr.kentatlas.spatial.feature.FeatureRecord;

/** Keeps what a source delivers, for tests that need no database. */
public final class CollectingSink implements RecordSink {
    public final List<FeatureRecord> records = new ArrayList<>();
    public final List<String> rejects = new ArrayList<>();
    public final List<String> notes = new ArrayList<>();
    public final Map<String, Integer> skipped = new HashMap<>();

    public static CollectingSink of(FeatureSource source) {
        CollectingSink sink = new CollectingSink();
        source.read(sink);
        return sink;
    }

    @Override
    public void accept(FeatureRecord entry) {
        records.add(entry);
    }

    @Override
    public void reject(String type, String key, String reason) {
        rejects.add(type + " " + key + ": " + reason);
    }

    @Override
    public void unreadable(String type, String key, String attribute, String reason) {
        notes.add(type + " " + key + " " + attribute + ": " + reason);
    }

    @Override
    public void skip(String kind) {
        skipped.merge(kind, 1, Integer::sum);
    }

    @Override
    public void progress(long done) {}

    public List<FeatureRecord> of(String type) {
        return records.stream().filter(r -> r.type().equals(type)).toList();
    }

    public FeatureRecord one(String type) {
        if (of(type).size() != 1) throw new AssertionError(of(type).size() + " of " + type + ", rejects " + rejects);
        return of(type).getFirst();
    }
}
