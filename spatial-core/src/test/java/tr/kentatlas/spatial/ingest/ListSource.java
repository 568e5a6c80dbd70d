package tr.kentatlas.spatial.ingest;

import java.util.List;
import java.util.OptionalLong;
import tr.kentatlas.spatial.feature.FeatureRecord;

/** A source of the records a test names, each of which gives what the test says of it. */
public record ListSource(int srid, List<FeatureRecord> records) implements FeatureSource {
    public ListSource {
        records = List.copyOf(records);
    }

    /** Records in the storage CRS. */
    public static ListSource of(FeatureRecord... records) {
        return new ListSource(0, List.of(records));
    }

    @Override
    public String name() {
        return "test records";
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(records.size());
    }

    @Override
    public boolean isPartial() {
        return true;
    }

    @Override
    public void read(RecordSink sink) {
        records.forEach(sink::accept);
    }
}
