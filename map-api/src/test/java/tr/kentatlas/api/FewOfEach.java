package tr.kentatlas.api;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.RecordSink;

/** The first records of each type of a source, some of whose references lead nowhere then. */
record FewOfEach(FeatureSource whole, int most) implements FeatureSource {
    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public int srid() {
        return whole.srid();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public void read(RecordSink sink) {
        Map<String, Integer> met = new HashMap<>();
        whole.read(new RecordSink() {
            @Override
            public void accept(FeatureRecord entry) {
                if (met.merge(entry.type(), 1, Integer::sum) <= most) sink.accept(entry);
            }

            @Override
            public void reject(String type, String key, String reason) {
                sink.reject(type, key, reason);
            }

            @Override
            public void skip(String kind) {
                sink.skip(kind);
            }

            @Override
            public void progress(long done) {
                sink.progress(done);
            }
        });
    }
}
