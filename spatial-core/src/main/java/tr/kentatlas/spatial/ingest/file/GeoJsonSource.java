package tr.kentatlas.spatial.ingest.file;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.progress.Progress;

/**
 * A GeoJSON file (RFC 7946), a collection or features one after another, with the model's names as properties, as the service's own
 * collections answer. The type of its features is told by the caller, by the features or the collection, or by the file's name.
 */
public final class GeoJsonSource implements FeatureSource {
    private final Path file;
    private final Model model;
    private final String dataset;
    private final GeoJsonHead head;
    private final @Nullable FeatureType type;
    private final Map<String, Properties> properties = new HashMap<>();

    /**
     * Opens a file.
     *
     * @param type feature type of features that do not tell it themselves; null to go by collection or file name
     * @param dataset what tells keys of this file from those of another
     * @throws BrokenSourceException when the file is no GeoJSON or its CRS is unknown
     */
    public GeoJsonSource(Path file, Model model, @Nullable String type, String dataset) {
        this.file = file;
        this.model = model;
        this.dataset = dataset;
        this.head = GeoJsonHead.read(file);
        Stream<String> told =
                type == null ? Stream.concat(head.names().stream(), Stream.of(FileNames.stem(file))) : Stream.of(type);
        this.type =
                told.flatMap(n -> FileNames.type(model, n).stream()).findFirst().orElse(null);
    }

    @Override
    public String name() {
        return FileNames.of(file);
    }

    @Override
    public int srid() {
        return head.srid();
    }

    @Override
    public Progress.Unit unit() {
        return Progress.Unit.BYTES;
    }

    /** In bytes. */
    @Override
    public OptionalLong size() {
        return OptionalLong.of(new File(file.toString()).length());
    }

    @Override
    public Optional<Envelope> extent() {
        return Extents.byReading(this);
    }

    @Override
    public boolean isPartial() {
        return true;
    }

    @Override
    public void read(RecordSink sink) {
        try (JsonParser json = GeoJson.open(file)) {
            json.nextToken();
            if (head.isSequence()) readSequence(json, sink);
            else readCollection(json, sink);
        } catch (JacksonException e) {
            throw GeoJson.broken(file, e);
        }
    }

    private void readSequence(JsonParser json, RecordSink sink) {
        do {
            JsonNode feature = json.readValueAsTree();
            if (!feature.path("type").asString("").equals("Feature"))
                throw new BrokenSourceException(name() + " begins with a feature, but what follows is no feature");
            deliver(feature, sink);
            sink.progress(json.currentLocation().getByteOffset());
        } while (json.nextToken() != null);
    }

    private void readCollection(JsonParser json, RecordSink sink) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean features = json.currentName().equals("features");
            if (json.nextToken() != JsonToken.START_ARRAY || !features) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                deliver(json.readValueAsTree(), sink);
                sink.progress(json.currentLocation().getByteOffset());
            }
        }
        if (json.nextToken() != null)
            throw new BrokenSourceException(
                    name() + " goes on after its feature collection: one collection is one file");
    }

    private void deliver(JsonNode feature, RecordSink sink) {
        Properties names = properties(feature);
        String key = key(feature);
        String called = Objects.requireNonNullElse(key, "?");
        RecordBuilder record = new RecordBuilder(names.type().name(), called, sink);
        feature.path("properties").properties().forEach(p -> {
            if (!Properties.isIdentity(p.getKey())) names.read(p.getKey(), plain(p.getValue()), record, sink);
        });
        try {
            Geometry geometry = GeoJsonGeometry.read(feature.get("geometry"));
            record.deliver(names.id(key), geometry);
        } catch (BadGeometry e) {
            sink.reject(names.type().name(), called, String.valueOf(e.getMessage()));
        }
    }

    private Properties properties(JsonNode feature) {
        String own = Stream.of("featureType", "collection")
                .map(member -> feature.path(member).asString(""))
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse(null);
        FeatureType found = FileNames.type(model, own).orElse(type);
        if (found == null) {
            throw new BrokenSourceException(
                    FileNames.of(file)
                            + " does not tell its feature type: name the file after it, such as bina.geojson, or give the type");
        }
        return properties.computeIfAbsent(
                found.name(), n -> new Properties(model, found, dataset, GeoJsonSource::shape));
    }

    private static @Nullable String key(JsonNode feature) {
        for (String name : List.of("tucbsNo", "tucbs_no")) {
            JsonNode value = feature.path("properties").path(name);
            if (value.isValueNode() && !value.isNull()) return value.asString();
        }
        JsonNode id = feature.path("id");
        return id.isValueNode() && !id.isNull() ? id.asString() : null;
    }

    private static @Nullable Geometry shape(Object raw) throws BadGeometry {
        if (raw instanceof JsonNode node) return GeoJsonGeometry.read(node);
        throw new BadGeometry("its geometry is no object");
    }

    private static @Nullable Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> null;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.numberValue();
            case STRING -> value.stringValue();
            case ARRAY -> value.valueStream().map(GeoJsonSource::plain).toList();
            default -> value;
        };
    }
}
