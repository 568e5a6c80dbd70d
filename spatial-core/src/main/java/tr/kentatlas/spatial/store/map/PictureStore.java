package tr.kentatlas.spatial.store.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.sql.SqlFragment;
import tr.kentatlas.spatial.store.thematic.ClassSql;
import tr.kentatlas.spatial.store.thematic.Classes;
import tr.kentatlas.spatial.store.thematic.Measure;
import tr.kentatlas.spatial.tile.GridBox;

/** Reads the features of a picture as stored, with the values it is drawn by; the grant in SQL. */
public final class PictureStore {
    /** Fetched in portions. */
    private static final int MANY = Integer.MAX_VALUE;

    private final WallReader reader;

    public PictureStore(WallReader reader) {
        this.reader = reader;
    }

    /** Where to look, and so which stored geometry is read. */
    public sealed interface Area {}

    /** On the world grid: geometry comes as {@link tr.kentatlas.spatial.tile.GridGeometry} bytes. */
    public record OnGrid(GridBox box) implements Area {}

    /** In metres of the storage CRS, easting first: geometry comes as WKB. */
    public record InStorage(Envelope box) implements Area {
        public InStorage {
            box = box.copy();
        }
    }

    /** What else comes with a feature. */
    public sealed interface Value {}

    /** An attribute. */
    public record Field(Attribute attribute) implements Value {}

    /** The number of its class; null for none. */
    public record ClassNumber(Classes classes) implements Value {}

    /** The number it is classed by; null for none. */
    public record MeasuredNumber(Measure measure) implements Value {}

    /**
     * A question for one layer of a picture.
     *
     * @param finer plans whose ground its features leave free
     */
    public record PictureQuestion(
            VisibleType type,
            Area area,
            Cql2.@Nullable Predicate filter,
            List<Value> values,
            @Nullable FinerPlans finer) {
        public PictureQuestion {
            values = List.copyOf(values);
        }

        /** Without a condition of its own. */
        public static PictureQuestion of(VisibleType type, Area area, List<Value> values) {
            return new PictureQuestion(type, area, null, values, null);
        }

        /** The same for the features that meet a condition in CRS84. */
        public PictureQuestion where(Cql2.Predicate condition) {
            return new PictureQuestion(type, area, condition, values, finer);
        }

        /** The same for what finer plans leave of the features. */
        public PictureQuestion beneath(FinerPlans plans) {
            return new PictureQuestion(type, area, filter, values, plans);
        }
    }

    /** Takes the features one by one, each with its {@link TileStore#numberOf number}; the array of values is reused. */
    @FunctionalInterface
    public interface Sink {
        void feature(long number, byte[] geometry, @Nullable Object[] values);
    }

    /** Hands every feature that may lie in the area to the sink. */
    public void read(Edition edition, PictureQuestion question, Sink sink) {
        if (!question.type().hasGeometry()) return;
        reader.read(select(edition, question), MANY, rows -> {
            @Nullable Object[] values = new Object[question.values().size()];
            while (rows.next()) {
                byte[] geometry = geometry(rows);
                if (geometry == null || geometry.length == 0) continue;
                for (int i = 0; i < values.length; i++) values[i] = rows.getObject(4 + i);
                sink.feature(TileStore.number(rows), geometry, values);
            }
            return values;
        });
    }

    /**
     * Whether {@link #blocks} answers a question as well: where nothing of a feature is wanted but its shape on the grid, and the grant shows
     * every feature and column.
     */
    public static boolean hasBlocks(PictureQuestion question) {
        return question.area() instanceof OnGrid
                && question.filter() == null
                && question.finer() == null
                && question.values().isEmpty()
                && question.type().hasGeometry()
                && question.type().seesBlocks();
    }

    /** Hands over the {@link tr.kentatlas.spatial.tile.TileBlock}s in which every feature lies that may lie in the area, and others beside it. */
    public void blocks(Edition edition, PictureQuestion question, Consumer<byte[]> sink) {
        if (!hasBlocks(question)) throw new IllegalArgumentException("there are no blocks for this question");
        reader.read(rows(edition, question).blocks(), MANY, rows -> {
            while (rows.next()) sink.accept(rows.getBytes(1));
            return sink;
        });
    }

    /** The box of the features that answer a question, in metres of the storage CRS; empty when none has a place. */
    public Optional<Envelope> extent(Edition edition, VisibleType type, FeatureQuery query) {
        GrantedSql sql = GrantedRows.of(edition, type, query)
                .select("ST_Extent(" + FeatureGeometry.COLUMN + ") AS e")
                .between("SELECT ST_XMin(e), ST_XMax(e), ST_YMin(e), ST_YMax(e) FROM (", ") AS box");
        return reader.read(sql, 1, rows -> {
            rows.next();
            double west = rows.getDouble(1);
            if (rows.wasNull()) return Optional.empty();
            return Optional.of(new Envelope(west, rows.getDouble(2), rows.getDouble(3), rows.getDouble(4)));
        });
    }

    /** What finer plans leave of it on the grid, else as it is stored. */
    private static byte @Nullable [] geometry(ResultSet rows) throws SQLException {
        byte[] rest = rows.getBytes(3);
        return rest == null ? rows.getBytes(2) : TileStore.grid(rest);
    }

    private static GrantedSql select(Edition edition, PictureQuestion question) {
        GrantedRows rows = rows(edition, question);
        FinerPlans finer = question.finer();
        if (finer == null) return rows.select(columns(question));
        GrantedSql left =
                rows.joined(finer.joined()).where(finer.isLeft(edition)).select(columns(question));
        return finer.grounds(edition, question.type(), within(question.area(), edition.srid()))
                .join("", left);
    }

    private static GrantedRows rows(Edition edition, PictureQuestion question) {
        GrantedRows rows = GrantedRows.of(edition, question.type()).where(within(question.area(), edition.srid()));
        return question.filter() == null ? rows : rows.where(question.filter());
    }

    private static SqlFragment columns(PictureQuestion question) {
        List<SqlFragment> selected = new ArrayList<>();
        selected.add(SqlFragment.of("tucbs_no, " + geometry(question.area(), question.finer() != null)));
        ClassSql theme = new ClassSql(question.type());
        question.values().forEach(value -> selected.add(value(value, theme)));
        return SqlFragment.join(", ", selected);
    }

    /** As it is stored, and what finer plans leave of it where the grid has the whole only. */
    private static String geometry(Area area, boolean beneath) {
        if (area instanceof OnGrid) return beneath ? "grid, " + TileStore.restOnGrid() : "grid, NULL::bytea";
        String shape =
                beneath ? "coalesce(" + FinerPlans.REST + ", " + FeatureGeometry.COLUMN + ")" : FeatureGeometry.COLUMN;
        return "ST_AsBinary(ST_Force2D(" + shape + ")), NULL::bytea";
    }

    private static SqlFragment within(Area area, int srid) {
        return switch (area) {
            case OnGrid grid -> TileStore.inBox(grid.box());
            case InStorage storage ->
                SqlFragment.of(
                        FeatureGeometry.COLUMN + " && ST_MakeEnvelope(?, ?, ?, ?, " + srid + ")",
                        storage.box().getMinX(),
                        storage.box().getMinY(),
                        storage.box().getMaxX(),
                        storage.box().getMaxY());
        };
    }

    private static SqlFragment value(Value value, ClassSql theme) {
        return switch (value) {
            case Field field -> SqlFragment.of(plain(field.attribute()));
            case ClassNumber number -> theme.classOf(number.classes());
            case MeasuredNumber number -> theme.number(number.measure());
        };
    }

    private static String plain(Attribute attribute) {
        return switch (attribute.type()) {
            case INTEGER, LONG, DECIMAL, BOOLEAN -> attribute.isMany() ? "NULL::text" : attribute.column();
            case GEOMETRY -> "NULL::text";
            default -> attribute.isMany() ? "NULL::text" : attribute.column() + "::text";
        };
    }
}
