package tr.kentatlas.spatial.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.Attribute;

/** Gathers the values of one feature while a reader meets them; a value that cannot be read is told to the sink and left out. */
public final class RecordBuilder {
    private final String type;
    private final String key;
    private final RecordSink sink;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * Starts a feature.
     *
     * @param key what the source calls it
     */
    public RecordBuilder(String type, String key, RecordSink sink) {
        this.type = type;
        this.key = key;
        this.sink = sink;
    }

    /** Takes a value that already has its Java type. */
    public RecordBuilder set(String column, @Nullable Object value) {
        if (value != null) values.put(column, value);
        return this;
    }

    /** Reads a value as the file has it; a blank one says that there is none. */
    public RecordBuilder read(Attribute attribute, @Nullable Object raw) {
        try {
            Object value = AttributeReader.read(attribute, raw);
            if (value == null) values.putIfAbsent(attribute.column(), null);
            else values.put(attribute.column(), value);
        } catch (AttributeReader.Unreadable e) {
            unreadable(attribute, String.valueOf(e.getMessage()));
        }
        return this;
    }

    /** Tells of a value that the reader itself could make nothing of. */
    public void unreadable(Attribute attribute, String reason) {
        sink.unreadable(type, key, attribute.name(), reason);
    }

    public @Nullable Object get(String column) {
        return values.get(column);
    }

    /** Hands the finished feature to the sink. */
    public void deliver(@Nullable UUID id, @Nullable Geometry geometry) {
        sink.accept(new FeatureRecord(type, id, values, geometry));
    }
}
