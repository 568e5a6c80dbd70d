package tr.kentatlas.spatial.release;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.store.PublishedTable;
import tr.kentatlas.spatial.store.copy.CopyRow;
import tr.kentatlas.spatial.store.map.TileFields;
import tr.kentatlas.spatial.store.row.PropertiesJson;

/** A row the ways it will be asked for: properties as JSON, attributes as values of tile tags, of all the table's attributes. */
final class RowForms {
    private static final int FIRST_ATTRIBUTE = 2;

    private final List<Attribute> attributes;
    private final List<Attribute> onTiles;
    private final PropertiesJson json;
    private final int firstExtra;

    /**
     * @param firstExtra the field where the GeoJSON of the table's second geometries begins, in the order of the attributes
     */
    RowForms(PublishedTable table, int firstExtra) {
        this.attributes = table.attributes();
        this.onTiles = TileFields.of(attributes);
        this.json = new PropertiesJson(attributes);
        this.firstExtra = firstExtra;
    }

    List<@Nullable Object> values(CopyRow row) {
        List<@Nullable Object> values = new ArrayList<>(attributes.size());
        int extra = firstExtra;
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            boolean geometry = attribute.type() == AttributeType.GEOMETRY;
            values.add(row.value(geometry ? extra++ : FIRST_ATTRIBUTE + i, attribute));
        }
        return values;
    }

    byte[] properties(List<@Nullable Object> values) {
        return json.of(values);
    }

    /** The values a tile carries, in the order of its keys. */
    @Nullable
    Object[] tags(List<@Nullable Object> values) {
        @Nullable Object[] kept = new @Nullable Object[onTiles.size()];
        int next = 0;
        for (int i = 0; i < attributes.size(); i++) {
            if (next < kept.length && attributes.get(i).equals(onTiles.get(next))) {
                kept[next++] = TileFields.value(values.get(i));
            }
        }
        return kept;
    }
}
