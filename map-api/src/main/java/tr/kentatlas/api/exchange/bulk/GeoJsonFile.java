package tr.kentatlas.api.exchange.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.ogc.common.MediaTypes;
import tr.kentatlas.api.ogc.features.FeatureJson;
import tr.kentatlas.spatial.delivery.FeatureFile;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;

/** A layer as one GeoJSON feature collection (RFC 7946), in CRS84. */
final class GeoJsonFile implements FeatureFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUFFER = 1 << 16;

    private final FeatureStore features;

    GeoJsonFile(FeatureStore features) {
        this.features = features;
    }

    @Override
    public String suffix() {
        return "geojson";
    }

    @Override
    public String mediaType() {
        return MediaTypes.GEOJSON;
    }

    @Override
    public List<UUID> write(Edition edition, VisibleType type, Path file) throws IOException {
        List<UUID> ids = new ArrayList<>();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("name", type.type().name());
            json.writeNumberProperty("release", edition.release());
            json.writeName("features");
            json.writeStartArray();
            FeatureJson writer = new FeatureJson(json, type.attributes());
            features.each(edition, type, feature -> {
                writer.write(feature, List.of());
                ids.add(feature.id());
            });
            json.writeEndArray();
            json.writeEndObject();
        }
        return ids;
    }
}
