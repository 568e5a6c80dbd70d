package tr.kentatlas.spatial.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.tile.GridBox;
import tr.kentatlas.spatial.tile.LayerEncoder;
import tr.kentatlas.spatial.tile.TileAddress;
import tr.kentatlas.spatial.tile.TileEncoder;

/** Reads the features of a tile and encodes them: the grant in SQL, the geometry as it was quantised when the release was frozen. */
public final class TileStore {
    private final FeatureStore features;

    public TileStore(FeatureStore features) {
        this.features = features;
    }

    /**
     * One layer of a tile.
     *
     * @param fields official names of the attributes it carries; those not visible are left out
     * @param smallest features whose longer side is shorter, in metres, are left out
     * @param filter what else its features must meet, in CRS84
     */
    public record Layer(VisibleType type, List<String> fields, double smallest, Cql2.@Nullable Predicate filter) {
        public Layer {
            fields = List.copyOf(fields);
        }

        /** Everything of a type with all that is visible of it. */
        public static Layer of(VisibleType type) {
            return new Layer(
                    type, type.attributes().stream().map(Attribute::name).toList(), 0, null);
        }
    }

    /** The tile as MVT; no bytes when it is empty. */
    public byte[] encode(Edition edition, TileAddress address, List<Layer> layers) {
        TileEncoder tile = new TileEncoder(address);
        for (Layer layer : layers) {
            if (layer.type().table().hasGeometry()) encode(edition, address, layer, tile);
        }
        return tile.finish();
    }

    private void encode(Edition edition, TileAddress address, Layer layer, TileEncoder tile) {
        List<Attribute> fields = layer.type().attributes().stream()
                .filter(a -> layer.fields().contains(a.name()))
                .filter(TileStore::fitsTile)
                .toList();
        LayerEncoder encoder = tile.layer(
                layer.type().type().name(), fields.stream().map(Attribute::name).toList());
        features.run(layer.type(), select(edition, address, layer, fields), 0, rows -> {
            @Nullable Object[] values = new Object[fields.size()];
            while (rows.next()) {
                for (int i = 0; i < values.length; i++) values[i] = rows.getObject(3 + i);
                encoder.feature(rows.getLong(1), rows.getBytes(2), values);
            }
            return values;
        });
    }

    private static SqlFragment select(Edition edition, TileAddress address, Layer layer, List<Attribute> fields) {
        StringBuilder head = new StringBuilder("SELECT sira, grid");
        fields.forEach(a -> head.append(", ").append(tileValue(a)));
        GridBox box = address.bufferedBox();
        Conditions conditions = new Conditions(edition, layer.type());
        List<SqlFragment> all = new ArrayList<>();
        all.add(SqlFragment.of(
                "gbox && box(point(?, ?), point(?, ?))",
                (double) box.minX(),
                (double) box.minY(),
                (double) box.maxX(),
                (double) box.maxY()));
        if (layer.smallest() > 0) all.add(SqlFragment.of("reach >= ?", layer.smallest()));
        if (layer.filter() != null) all.add(conditions.filter(layer.filter(), Crs.CRS84));
        all.addAll(conditions.ofGrant());
        return SqlFragment.of(head + " FROM " + layer.type().table().name()).join(" WHERE ", SqlFragment.and(all));
    }

    /** Tiles carry scalars (MVT 4.1). */
    private static boolean fitsTile(Attribute attribute) {
        return !attribute.isMany() && attribute.type() != tr.kentatlas.spatial.model.AttributeType.GEOMETRY;
    }

    private static String tileValue(Attribute attribute) {
        return switch (attribute.type()) {
            case DATE, INSTANT, REFERENCE, UUID -> attribute.column() + "::text";
            default -> attribute.column();
        };
    }
}
