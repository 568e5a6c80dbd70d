package tr.kentatlas.spatial.store.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.row.RowForm;
import tr.kentatlas.spatial.store.sql.SqlFragment;
import tr.kentatlas.spatial.tile.GridBox;
import tr.kentatlas.spatial.tile.GridGeometry;
import tr.kentatlas.spatial.tile.LayerEncoder;
import tr.kentatlas.spatial.tile.TileAddress;
import tr.kentatlas.spatial.tile.TileEncoder;

/** Reads the features of a tile and encodes them: the grant in SQL, the geometry as it was quantised when the release was frozen. */
public final class TileStore {
    private static final String LABELS = "_etiket";

    private final WallReader reader;

    public TileStore(WallReader reader) {
        this.reader = reader;
    }

    /**
     * One layer of a tile.
     *
     * @param fields official names of the attributes it carries; those not visible are left out
     * @param smallest features whose longer side is shorter, in metres, are left out
     * @param filter what else its features must meet, in CRS84
     * @param finer plans whose ground its features leave free
     * @param thinned whether one feature stands for all the small ones of its pixel
     */
    public record Layer(
            VisibleType type,
            List<String> fields,
            double smallest,
            Cql2.@Nullable Predicate filter,
            Shape shape,
            @Nullable FinerPlans finer,
            boolean thinned) {
        public Layer {
            fields = List.copyOf(fields);
        }

        /** Without a condition of its own. */
        public static Layer of(VisibleType type, List<String> fields, double smallest) {
            return new Layer(type, fields, smallest, null, Shape.GEOMETRY, null, false);
        }

        public Layer where(Cql2.Predicate condition) {
            return new Layer(type, fields, smallest, condition, shape, finer, thinned);
        }

        /** Its features are not drawn where finer or later plans than their own lie. */
        public Layer beneath(FinerPlans plans) {
            return new Layer(type, fields, smallest, filter, shape, plans, thinned);
        }

        /** The same features as one point each, in a layer of its own. */
        public Layer asLabels() {
            return new Layer(type, fields, smallest, filter, Shape.LABEL_POINT, null, thinned);
        }

        /** Of the features smaller than a pixel one for each pixel. */
        public Layer thin() {
            return new Layer(type, fields, smallest, filter, shape, finer, true);
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
            if (layer.type().hasGeometry()) encode(edition, address, layer, tile);
        }
        return tile.finish();
    }

    private void encode(Edition edition, TileAddress address, Layer layer, TileEncoder tile) {
        List<Attribute> fields = TileFields.of(layer.type().attributes()).stream()
                .filter(a -> layer.fields().contains(a.name()))
                .toList();
        List<String> keys = fields.stream().map(Attribute::name).toList();
        LayerEncoder encoder = layer.thinned() ? tile.thinned(layer.name(), keys) : tile.layer(layer.name(), keys);
        if (layer.finer() != null) remains(edition, address, layer, layer.finer(), fields, encoder);
        else if (readsBlocks(layer)) blocks(edition, address, layer, fields, encoder);
        else columns(edition, address, layer, fields, encoder);
    }

    private void blocks(
            Edition edition, TileAddress address, Layer layer, List<Attribute> fields, LayerEncoder encoder) {
        int[] keys = TileFields.of(layer.type().encoded()).stream()
                .mapToInt(fields::indexOf)
                .toArray();
        reader.read(rows(edition, address, layer).blocks(), 0, rows -> {
            while (rows.next()) encoder.block(rows.getBytes(1), layer.smallest(), keys);
            return keys;
        });
    }

    private void columns(
            Edition edition, TileAddress address, Layer layer, List<Attribute> fields, LayerEncoder encoder) {
        reader.read(select(edition, address, layer, fields), 0, rows -> {
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
        reader.read(remaining(edition, address, layer, finer, fields), 0, rows -> {
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

    private static GrantedSql remaining(
            Edition edition, TileAddress address, Layer layer, FinerPlans finer, List<Attribute> fields) {
        GrantedSql left = rows(edition, address, layer)
                .joined(finer.joined())
                .where(finer.isLeft(edition))
                .select("tucbs_no, grid, " + restOnGrid() + columns(fields));
        return finer.grounds(edition, layer.type(), place(address)).join("", left);
    }

    /** Those in the tile that the layer shows: where they lie, and how large they are at least. */
    private static GrantedRows rows(Edition edition, TileAddress address, Layer layer) {
        GrantedRows rows = GrantedRows.of(edition, layer.type()).where(place(address));
        if (layer.smallest() > 0) rows = rows.where(SqlFragment.of("reach >= ?", layer.smallest()));
        return layer.filter() == null ? rows : rows.where(layer.filter());
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

    private static GrantedSql select(Edition edition, TileAddress address, Layer layer, List<Attribute> fields) {
        return rows(edition, address, layer).select("tucbs_no, " + geometry(layer.shape()) + columns(fields));
    }

    private static String columns(List<Attribute> fields) {
        return fields.stream().map(field -> ", " + field.column()).collect(Collectors.joining());
    }

    private static SqlFragment place(TileAddress address) {
        return inBox(address.bufferedBox());
    }

    /** Rows or blocks whose box on the world grid meets another. */
    static SqlFragment inBox(GridBox box) {
        return SqlFragment.of(
                "gbox && box(point(?, ?), point(?, ?))",
                (double) box.minX(),
                (double) box.minY(),
                (double) box.maxX(),
                (double) box.maxY());
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
