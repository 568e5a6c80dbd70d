package tr.kentatlas.spatial.ingest.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/** The properties of one type's features in a file, by official name or by column name. */
final class Properties {
    private static final Set<String> IDENTITY = Set.of("tucbsNo", "tucbs_no");

    /** What the database keeps by itself is not taken from a file; the version only tells what a record starts from. */
    private static final Set<String> KEPT = Set.of("olusturan", "olusturma_tarihi", "degistiren");

    private final FeatureType type;
    private final Map<String, Attribute> byName = new HashMap<>();
    private final String dataset;
    private final Shapes shapes;

    /** Reads a geometry that is a property, as the format writes it. */
    @FunctionalInterface
    interface Shapes {
        @Nullable
        Geometry read(Object raw) throws BadGeometry;
    }

    /** @param dataset what makes keys of this file different from those of another */
    Properties(Model model, FeatureType type, String dataset, Shapes shapes) {
        this.type = type;
        this.dataset = dataset;
        this.shapes = shapes;
        for (Attribute attribute : model.attributesOf(type)) {
            byName.put(attribute.column(), attribute);
            byName.put(attribute.name(), attribute);
        }
    }

    FeatureType type() {
        return type;
    }

    static boolean isIdentity(String property) {
        return IDENTITY.contains(property);
    }

    /** Takes one property; what the model does not have is counted. */
    void read(String property, @Nullable Object raw, RecordBuilder feature, RecordSink sink) {
        Attribute attribute = byName.get(property);
        if (attribute == null) {
            sink.skip("property " + type.name() + "." + property);
        } else if (attribute.type() == AttributeType.GEOMETRY && raw != null) {
            readShape(attribute, raw, feature);
        } else if (!KEPT.contains(attribute.column())) {
            feature.read(attribute, raw);
        }
    }

    private void readShape(Attribute attribute, Object raw, RecordBuilder feature) {
        try {
            feature.read(attribute, shapes.read(raw));
        } catch (BadGeometry e) {
            feature.unreadable(attribute, String.valueOf(e.getMessage()));
        }
    }

    /** A UUID is the feature's own number; any other key of the file makes one that is the same at every import. */
    @Nullable
    UUID id(@Nullable String key) {
        if (key == null || key.isBlank()) return null;
        UUID own = FeatureId.parse(key);
        return own != null ? own : FeatureId.of(dataset, type.name(), key);
    }
}
