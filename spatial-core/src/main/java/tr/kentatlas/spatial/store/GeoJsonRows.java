package tr.kentatlas.spatial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;
import tr.kentatlas.spatial.store.row.PropertiesJson;
import tr.kentatlas.spatial.store.row.RowForm;

/**
 * Rows that questions built elsewhere read as GeoJSON (RFC 7946, CRS84): by the form encoded when the release was frozen where the grant
 * shows every row and column, else by the columns, with the same outcome.
 */
public final class GeoJsonRows {
    private final VisibleType type;
    private final RowForm<GeoJsonFeature> form;

    public GeoJsonRows(VisibleType type) {
        this.type = type;
        this.form = RowForm.geoJson(type.attributes(), type.encoded(), PropertiesJson::geometry);
    }

    /** The table's columns a source of such rows must have beside identity and geometry. */
    public List<String> columns() {
        Stream<String> own = type.attributes().stream().map(Attribute::column);
        return Stream.concat(own, type.encoded().isEmpty() ? Stream.empty() : Stream.of(PropertiesJson.COLUMN))
                .toList();
    }

    /** What to select of a source with that prefix after a number and the identity: GeoJSON, then the form's own. */
    public String selected(String prefix) {
        String geometry = type.hasGeometry() ? prefix + "geojson" : "NULL::text";
        return Stream.concat(Stream.of(geometry), form.columns(prefix).stream()).collect(Collectors.joining(", "));
    }

    /** How many columns {@link #selected} selects. */
    public int width() {
        return 1 + form.columns().size();
    }

    public GeoJsonFeature read(ResultSet row) throws SQLException {
        return form.read(row);
    }
}
