package tr.kentatlas.spatial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.tile.GridBox;
import tr.kentatlas.spatial.tile.GridGeometry;
import tr.kentatlas.spatial.tile.LayerEncoder;
import tr.kentatlas.spatial.tile.TileAddress;
import tr.kentatlas.spatial.tile.TileEncoder;

/** Reads the features of a tile and encodes them: the grant in SQL, the geometry as it was quantised when the release was frozen. */
public final class TileStore {
    private static final String LABELS = "_etiket";

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
     * @param finer plans whose ground its features leave free
     */
    public record Layer(
            VisibleType type,
            List<String> fields,
            double smallest,
            Cql2.@Nullable Predicate filter,
            Shape shape,
            @Nullable FinerPlans finer) {
        public Layer {
            fields = List.copyOf(fields);
        }

        /** Without a condition of its own. */
        public static Layer of(VisibleType type, List<String> fields, double smallest) {
            return new Layer(type, fields, smallest, null, Shape.GEOMETRY, null);
        }

        public Layer where(Cql2.Predicate condition) {
            return new Layer(type, fields, smallest, condition, shape, finer);
        }

        /** Its features are not drawn where finer or later plans than their own lie. */
        public Layer beneath(FinerPlans plans) {
            return new Layer(type, fields, smallest, filter, shape, plans);
        }

        /** The same features as one point each, in a layer of its own. */
        public Layer asLabels() {
            return new Layer(type, fields, smallest, filter, Shape.LABEL_POINT, null);
        }

        /** The layer's name in the tile. */
        public String name() {
            return type.type().name() + (shape == Shape.LABEL_POINT ? LABELS : "");
        }

        /** Everything of a type with all that is visible of it. */
        public static Layer of(VisibleType type) {
            return of(type, type.attributes().stream().map(Attribute::name).toList(), 0);
        }
    }

    /** What of a feature goes into the tile. */
    public enum Shape {
        GEOMETRY,
        /** A point inside it: a name written there stands once, however many tiles the feature crosses. */
        LABEL_POINT
    }

    /** The type a tile layer shows, whether by geometry or by label point. */
    public static String typeOf(String layer) {
        return layer.endsWith(LABELS) ? layer.substring(0, layer.length() - LABELS.length()) : layer;
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
        List<Attribute> fields = TileFields.of(layer.type().attributes()).stream()
                .filter(a -> layer.fields().contains(a.name()))
                .toList();
        LayerEncoder encoder =
                tile.layer(layer.name(), fields.stream().map(Attribute::name).toList());
        if (layer.finer() != null) remains(edition, address, layer, layer.finer(), fields, encoder);
        else if (readsBlocks(layer)) blocks(address, layer, fields, encoder);
        else columns(edition, address, layer, fields, encoder);
    }

    private void blocks(TileAddress address, Layer layer, List<Attribute> fields, LayerEncoder encoder) {
        SqlFragment sql = SqlFragment.of(
                        "SELECT block FROM " + layer.type().table().tileTable())
                .join(" WHERE ", SqlFragment.and(place(address, layer)));
        int[] keys = TileFields.of(layer.type().table().attributes()).stream()
                .mapToInt(fields::indexOf)
                .toArray();
        features.run(layer.type(), sql, 0, rows -> {
            while (rows.next()) encoder.block(rows.getBytes(1), layer.smallest(), keys);
            return keys;
        });
    }

    private void columns(
            Edition edition, TileAddress address, Layer layer, List<Attribute> fields, LayerEncoder encoder) {
        features.run(layer.type(), select(edition, address, layer, fields), 0, rows -> {
            @Nullable Object[] values = new Object[fields.size()];
            while (rows.next()) {
                for (int i = 0; i < values.length; i++) values[i] = value(rows, 3 + i);
                encoder.feature(number(rows), grid(rows.getBytes(2), layer.shape()), values);
            }
            return values;
        });
    }

    /** What finer plans leave of the features; a feature they leave whole has the geometry that was quantised when it was frozen. */
    private void remains(
            Edition edition,
            TileAddress address,
            Layer layer,
            FinerPlans finer,
            List<Attribute> fields,
            LayerEncoder encoder) {
        features.run(layer.type(), remaining(edition, address, layer, finer, fields), 0, rows -> {
            @Nullable Object[] values = new Object[fields.size()];
            while (rows.next()) {
                for (int i = 0; i < values.length; i++) values[i] = value(rows, 4 + i);
                byte[] part = rows.getBytes(3);
                byte[] left = part == null ? rows.getBytes(2) : grid(part);
                if (left.length > 0) encoder.feature(number(rows), left, values);
            }
            return values;
        });
    }

    private static SqlFragment remaining(
            Edition edition, TileAddress address, Layer layer, FinerPlans finer, List<Attribute> fields) {
        String columns = fields.stream().map(field -> ", " + field.column()).collect(Collectors.joining());
        SqlFragment place = SqlFragment.and(place(address, Layer.of(finer.plans(), List.of(), 0)));
        return finer.grounds(edition, layer.type(), place)
                .between(
                        "",
                        "SELECT tucbs_no, grid, " + restOnGrid() + columns + " FROM "
                                + layer.type().table().name() + finer.joined())
                .join(" WHERE ", SqlFragment.and(conditions(edition, address, layer)))
                .join(" AND ", finer.isLeft(edition));
    }

    private static List<SqlFragment> conditions(Edition edition, TileAddress address, Layer layer) {
        Conditions conditions = new Conditions(edition, layer.type());
        List<SqlFragment> all = place(address, layer);
        if (layer.filter() != null) all.add(conditions.filter(layer.filter(), Crs.CRS84));
        all.addAll(conditions.ofGrant());
        return all;
    }

    /**
     * A feature's number in tiles: the last twelve digits of its identity, so that the same feature has it in every tile and release and
     * nothing but the identity can be read from it. JavaScript holds 48 bits exactly.
     */
    public static long numberOf(UUID id) {
        return id.getLeastSignificantBits() & 0xFFFF_FFFF_FFFFL;
    }

    static long number(ResultSet rows) throws SQLException {
        return numberOf(rows.getObject(1, UUID.class));
    }

    private static @Nullable Object value(ResultSet rows, int column) throws SQLException {
        return TileFields.value(RowForm.plain(rows.getObject(column)));
    }

    /** Who sees every column takes the encoded blocks; conditions need the columns beside them. */
    private static boolean readsBlocks(Layer layer) {
        return layer.type().seesBlocks() && layer.filter() == null && layer.shape() == Shape.GEOMETRY;
    }

    private static SqlFragment select(Edition edition, TileAddress address, Layer layer, List<Attribute> fields) {
        StringBuilder head = new StringBuilder("SELECT tucbs_no, " + geometry(layer.shape()));
        fields.forEach(field -> head.append(", ").append(field.column()));
        head.append(" FROM ").append(layer.type().table().name());
        return SqlFragment.of(head.toString()).join(" WHERE ", SqlFragment.and(conditions(edition, address, layer)));
    }

    /** Where, and how large at least. */
    private static List<SqlFragment> place(TileAddress address, Layer layer) {
        GridBox box = address.bufferedBox();
        List<SqlFragment> all = new ArrayList<>();
        all.add(SqlFragment.of(
                "gbox && box(point(?, ?), point(?, ?))",
                (double) box.minX(),
                (double) box.minY(),
                (double) box.maxX(),
                (double) box.maxY()));
        if (layer.smallest() > 0) all.add(SqlFragment.of("reach >= ?", layer.smallest()));
        return all;
    }

    private static String geometry(Shape shape) {
        return shape == Shape.GEOMETRY
                ? "grid"
                : "ST_AsBinary(ST_Transform(ST_PointOnSurface(" + FeatureGeometry.COLUMN + "), 3857))";
    }

    private static byte[] grid(byte[] bytes, Shape shape) {
        return shape == Shape.GEOMETRY ? bytes : grid(bytes);
    }

    /** What finer plans leave of a feature, as {@link #grid} takes it; null where they leave it whole. */
    static String restOnGrid() {
        return "ST_AsBinary(ST_Transform(" + FinerPlans.REST + ", 3857))";
    }

    static byte[] grid(byte[] bytes) {
        try {
            return GridGeometry.encode(new WKBReader().read(bytes));
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS wrote WKB that cannot be read", e);
        }
    }
}
