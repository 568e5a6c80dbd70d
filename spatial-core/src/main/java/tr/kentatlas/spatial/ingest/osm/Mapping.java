package tr.kentatlas.spatial.ingest.osm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.ingest.osm.OsmProfile.Table;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelException;

/** Reads an element's tags into the columns of one feature type; a column the model does not have stops the start. */
final class Mapping {
    private final FeatureType type;
    private final Map<String, Attribute> columns;
    private final Map<Attribute, Object> set = new LinkedHashMap<>();
    private final Map<Attribute, List<String>> read = new LinkedHashMap<>();
    private final List<Table> kinds;
    private final List<Table> also;
    private final @Nullable String address;

    Mapping(
            Model model,
            String type,
            Map<String, Object> set,
            Map<String, List<String>> read,
            List<Table> kinds,
            List<Table> also,
            @Nullable String address) {
        this.type = model.get(type);
        this.columns = model.attributesOf(this.type).stream().collect(Collectors.toMap(Attribute::column, a -> a));
        set.forEach((column, value) -> this.set.put(column(column), value));
        read.forEach((column, tags) -> this.read.put(column(column), tags));
        this.kinds = kinds;
        this.also = also;
        this.address = address;
        Stream.concat(kinds.stream(), also.stream())
                .flatMap(t -> t.columns().stream())
                .forEach(this::column);
    }

    static Mapping of(Model model, OsmProfile.Entry entry) {
        return new Mapping(
                model,
                entry.type(),
                entry.set() == null ? Map.of() : entry.set(),
                entry.read() == null ? Map.of() : entry.read(),
                entry.kinds() == null ? List.of() : entry.kinds(),
                entry.also() == null ? List.of() : entry.also(),
                entry.address());
    }

    FeatureType type() {
        return type;
    }

    /** A record of this element, with the tags' values. */
    RecordBuilder start(String key, Tags tags, RecordSink sink) {
        RecordBuilder feature = new RecordBuilder(type.name(), key, sink);
        feature.set("kaynak", "osm").set("kaynak_kimlik", key);
        set.forEach(feature::read);
        kinds.stream().filter(t -> t.row(tags) != null).findFirst().ifPresent(t -> fill(feature, t, tags));
        for (Table table : also) fill(feature, table, tags);
        read.forEach((attribute, keys) -> feature.read(attribute, prepared(attribute, tags.first(keys))));
        if (address != null) feature.read(column(address), AddressText.of(tags));
        return feature;
    }

    private void fill(RecordBuilder feature, Table table, Tags tags) {
        List<String> row = table.row(tags);
        if (row == null) return;
        for (int i = 0; i < row.size(); i++) {
            feature.read(column(table.columns().get(i)), row.get(i));
        }
    }

    /** OpenStreetMap dates may be a year or a month: the first day stands for it. */
    private static @Nullable String prepared(Attribute attribute, @Nullable String value) {
        if (value == null || attribute.type() != AttributeType.DATE) return value;
        if (value.matches("\\d{4}")) return value + "-01-01";
        return value.matches("\\d{4}-\\d{2}") ? value + "-01" : value;
    }

    private Attribute column(String name) {
        Attribute attribute = columns.get(name);
        if (attribute == null) throw new ModelException("profiles/osm.yaml: " + type.name() + " has no column " + name);
        return attribute;
    }
}
