package tr.kentatlas.api.exchange.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.spatial.delivery.FeatureFile;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;

/** A layer as one GeoJSON feature collection (RFC 7946), in CRS84. */
final class GeoJsonFile implements FeatureFile {
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
    public void write(Edition edition, VisibleType type, Path file, Consumer<UUID> told) throws IOException {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            out.write(bytes("{\"type\":\"FeatureCollection\",\"name\":\""
                    + type.type().name() + "\",\"release\":" + edition.release() + ",\"features\":["));
            features.eachGeoJson(edition, type, feature -> {
                add(out, feature, isFirst.getAndSet(false));
                told.accept(feature.id());
            });
            out.write(bytes("]}"));
        }
    }

    private static void add(OutputStream out, GeoJsonFeature feature, boolean first) {
        try {
            if (!first) out.write(',');
            out.write(feature.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
