package tr.kentatlas.spatial.store;

import java.util.List;
import java.util.Optional;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.store.filter.ColumnType;
import tr.kentatlas.spatial.store.filter.PropertyColumns;

/**
 * A feature type as one grant sees it in one release: the wall the caller stands before, and the attributes that exist for the caller.
 * Everything that answers asks this class; nothing else knows what is hidden. Its table is named by {@link GrantedRows} alone.
 */
public final class VisibleType {
    /** Official name of the identity. */
    public static final String ID = "tucbsNo";

    private final Edition.Entry entry;
    private final PublishedTable table;
    private final Grant.TypeGrant grant;
    private final List<Attribute> attributes;

    VisibleType(Edition.Entry entry, PublishedTable table, Grant.TypeGrant grant, List<Attribute> attributes) {
        this.entry = entry;
        this.table = table;
        this.grant = grant;
        this.attributes = List.copyOf(attributes);
    }

    /** Empty when the type is not in the release or not granted, which callers must not tell apart. */
    public static Optional<VisibleType> find(Edition edition, Grant grant, String type) {
        return edition.find(type).flatMap(entry -> grant.find(type).flatMap(granted -> of(entry, grant, granted)));
    }

    /** All types the grant sees, in the order of the model. */
    public static List<VisibleType> list(Edition edition, Grant grant) {
        return edition.entries().stream()
                .flatMap(entry -> find(edition, grant, entry.type().name()).stream())
                .toList();
    }

    private static Optional<VisibleType> of(Edition.Entry entry, Grant grant, Grant.TypeGrant granted) {
        boolean open = grant.audience() == Grant.Audience.PUBLIC;
        if (open && !entry.type().isPublic()) return Optional.empty();
        PublishedTable table =
                entry.table(open || isOpen(entry, granted) ? PublishedTable.Wall.ACIK : PublishedTable.Wall.YAYIN);
        return Optional.of(new VisibleType(entry, table, granted, visible(table, granted)));
    }

    /** Who is named and yet shown nothing but what is public reads the public copy: the narrower wall, and its encoded forms. */
    private static boolean isOpen(Edition.Entry entry, Grant.TypeGrant granted) {
        return entry.type().isPublic()
                && granted.rows() == null
                && visible(entry.table(PublishedTable.Wall.YAYIN), granted).stream()
                        .allMatch(a -> a.isFullyPublic() || granted.asPublic().contains(a.name()));
    }

    private static List<Attribute> visible(PublishedTable table, Grant.TypeGrant granted) {
        return table.attributes().stream()
                .filter(a -> granted.fields().contains(a.name()))
                .toList();
    }

    /** The same before the wall of what is published whole, for questions that join it with what only stands there. */
    public VisibleType behindTheInnerWall() {
        return new VisibleType(entry, entry.table(PublishedTable.Wall.YAYIN), grant, attributes);
    }

    public Edition.Entry entry() {
        return entry;
    }

    public Grant.TypeGrant grant() {
        return grant;
    }

    /** Visible attributes in the model's order, the identity not among them. */
    public List<Attribute> attributes() {
        return attributes;
    }

    public FeatureType type() {
        return entry.type();
    }

    /** Before which wall the caller stands. */
    public PublishedTable.Wall wall() {
        return table.wall();
    }

    PublishedTable table() {
        return table;
    }

    /** What its rows are read from, under a name: the table, or what of it the grant shows as the public sees it. */
    String source(String name) {
        boolean isWhole = readsPublicCopy() || grant.asPublic().isEmpty();
        if (isWhole && name.equals(type().name())) return table.name();
        return (isWhole ? table.name() : table.shown(grant.asPublic(), entry.model())) + " AS " + name;
    }

    /** Whether of an attribute all values are shown that there are. */
    public boolean showsWhole(Attribute attribute) {
        return attribute.isFullyPublic()
                || !(readsPublicCopy() || grant.asPublic().contains(attribute.name()));
    }

    /** Whether its features have a place. */
    public boolean hasGeometry() {
        return table.hasGeometry();
    }

    /** The attributes an answer carries, in order: what was asked for among what is visible. */
    public List<Attribute> fields(FeatureQuery query) {
        if (query.properties().isEmpty()) return attributes;
        return attributes.stream()
                .filter(a -> query.properties().contains(a.name()))
                .toList();
    }

    /**
     * The attributes in the encoded properties of its rows, which hold every column. There are none to read but under a grant that hides
     * neither column nor row, and before the public copy, which has nothing to hide; what the grant does not show is left out when the
     * answer is made.
     */
    public List<Attribute> encoded() {
        return seesProperties() ? table.attributes() : List.of();
    }

    private boolean seesProperties() {
        return entry.hasForms()
                && (readsPublicCopy()
                        || (showsAll() && grant.asPublic().isEmpty() && attributes.equals(table.attributes())));
    }

    /** Whether the blocks of its rows for tiles may be read: the same, and only where the grant shows every feature. */
    public boolean seesBlocks() {
        return seesProperties() && showsAll();
    }

    /** Whether nothing but what everybody may read is shown, whoever asks. */
    public boolean readsPublicCopy() {
        return wall() == PublishedTable.Wall.ACIK;
    }

    /** Whether the grant shows every feature of the type. */
    public boolean showsAll() {
        return grant.rows() == null && grant.area() == null;
    }

    public Optional<Attribute> attribute(String officialName) {
        return attributes.stream().filter(a -> a.name().equals(officialName)).findFirst();
    }

    /** The columns a filter or sort may name: what is visible, the geometry and the identity. */
    public PropertyColumns columns() {
        return this::column;
    }

    private Optional<PropertyColumns.Column> column(String property) {
        if (property.equals(ID)) return Optional.of(new PropertyColumns.Column("tucbs_no", ColumnType.UUID));
        FeatureGeometry geometry = type().geometry();
        if (geometry != null && property.equals(geometry.name())) {
            return Optional.of(new PropertyColumns.Column(FeatureGeometry.COLUMN, ColumnType.GEOMETRY));
        }
        return attribute(property).map(a -> new PropertyColumns.Column(a.column(), columnType(a)));
    }

    private static ColumnType columnType(Attribute attribute) {
        if (attribute.isMany()) return listType(attribute.type());
        return switch (attribute.type()) {
            case TEXT, CODE, URI -> ColumnType.TEXT;
            case INTEGER -> ColumnType.INTEGER;
            case LONG -> ColumnType.LONG;
            case DECIMAL -> ColumnType.DECIMAL;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case DATE -> ColumnType.DATE;
            case INSTANT -> ColumnType.INSTANT;
            case REFERENCE, UUID -> ColumnType.UUID;
            case GEOMETRY -> ColumnType.GEOMETRY;
        };
    }

    private static ColumnType listType(AttributeType element) {
        return switch (element) {
            case REFERENCE, UUID -> ColumnType.UUID_ARRAY;
            case DATE -> ColumnType.DATE_ARRAY;
            default -> ColumnType.TEXT_ARRAY;
        };
    }
}
