package tr.kentatlas.spatial.store.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/**
 * Writes the migrations of a feature type: its working table, and columns added later.
 *
 * <p>The database constrains structure only: identity, one row per object and period, SRID. What a real feed can violate is a rule.
 */
final class TableDdl {
    private static final String SRID = "${srid}";

    /** Columns the triggers keep; the desk's role may neither insert nor update them. */
    private static final Set<String> KEPT_BY_TRIGGERS =
            Set.of("surum_no", "surum_baslangic", "olusturan", "olusturma_tarihi", "degistiren");

    private final Model model;
    private final FeatureType type;

    TableDdl(Model model, FeatureType type) {
        this.model = model;
        this.type = type;
    }

    String create() {
        return """
                -- %s (%s). Generated from data/model/types/%s.yaml.
                CREATE TABLE working.%3$s (
                    row_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    change_set bigint NOT NULL DEFAULT working.current_change_set(),
                %s,
                    CONSTRAINT %3$s_one_row_per_period EXCLUDE USING gist
                        (tucbs_no WITH =, tstzrange(gecerlilik_baslangic, gecerlilik_bitis) WITH &&)
                );
                %sSELECT working.keep_history('%3$s');
                SELECT working.guard_records('%3$s');
                %sSELECT working.open_to_editors('%3$s');
                %s""".formatted(
                        type.title().tr(),
                        type.standard(),
                        type.name(),
                        columns(),
                        spatialIndexes() + findable(model.attributesOf(type)),
                        grants(),
                        comment());
    }

    /** Adds attributes the table does not have yet, to the table and to its history. */
    String add(List<Attribute> missing) {
        String columns = missing.stream()
                .map(a -> "    ADD COLUMN " + a.column() + " " + Column.sqlType(a, SRID))
                .collect(Collectors.joining(",\n"));
        return """
                -- %s: new attributes. Generated from data/model/types/%s.yaml.
                ALTER TABLE working.%2$s
                %s;
                ALTER TABLE working.%2$s_gecmis
                %3$s;
                %4$sSELECT working.open_to_editors('%2$s');
                """.formatted(
                        type.title().tr(),
                        type.name(),
                        columns,
                        findable(missing) + grantOn(missing.stream().map(Attribute::column)));
    }

    private String columns() {
        Stream<String> identity = Stream.of("    tucbs_no uuid NOT NULL");
        Stream<String> attributes = model.attributesOf(type).stream()
                .map(a -> "    " + a.column() + " " + Column.sqlType(a, SRID) + whenOmitted(a));
        Stream<String> geometry = type.geometry() == null
                ? Stream.empty()
                : Stream.of("    " + FeatureGeometry.COLUMN + " " + Column.geometryType(SRID));
        return Stream.of(identity, attributes, geometry).flatMap(s -> s).collect(Collectors.joining(",\n"));
    }

    private static String whenOmitted(Attribute attribute) {
        return switch (attribute.column()) {
            case "surum_no" -> " NOT NULL DEFAULT 1";
            case "surum_baslangic" -> " NOT NULL DEFAULT now()";
            case "olusturma_tarihi" -> " DEFAULT now()";
            case "olusturan" ->
                " DEFAULT coalesce(nullif(current_setting('kent.actor', true), ''), session_user::text)";
            case "kayit_durumu" -> " DEFAULT 'aktif'";
            default -> "";
        };
    }

    private String spatialIndexes() {
        Stream<String> second = model.attributesOf(type).stream()
                .filter(a -> a.type() == AttributeType.GEOMETRY)
                .map(Attribute::column);
        Stream<String> main = type.geometry() == null ? Stream.empty() : Stream.of(FeatureGeometry.COLUMN);
        return Stream.concat(main, second)
                .map(column -> "CREATE INDEX " + type.name() + "_" + column + " ON working." + type.name()
                        + " USING gist (" + column + ");\n")
                .collect(Collectors.joining());
    }

    private String findable(List<Attribute> attributes) {
        String columns = attributes.stream()
                .filter(Findable::by)
                .map(a -> ", '" + a.column() + "'")
                .collect(Collectors.joining());
        return columns.isEmpty() ? "" : "SELECT working.make_findable('" + type.name() + "'" + columns + ");\n";
    }

    private String grants() {
        Stream<String> attributes = model.attributesOf(type).stream().map(Attribute::column);
        Stream<String> geometry = type.geometry() == null ? Stream.empty() : Stream.of(FeatureGeometry.COLUMN);
        return grantOn(Stream.concat(Stream.concat(Stream.of("tucbs_no"), attributes), geometry));
    }

    private String grantOn(Stream<String> columns) {
        String list = columns.filter(c -> !KEPT_BY_TRIGGERS.contains(c)).collect(Collectors.joining(", "));
        return "GRANT INSERT (%1$s), UPDATE (%1$s) ON working.%2$s TO kent_desk;\n".formatted(list, type.name());
    }

    private String comment() {
        return "COMMENT ON TABLE working.%s IS '%s';\n"
                .formatted(type.name(), type.title().tr().replace("'", "''"));
    }
}
