package tr.kentatlas.spatial.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.release.Release;

/** How many features of a release have a value, attribute by attribute (completeness of ISO 19157): no null, blank text or empty list. */
public final class FillRate {
    private final JdbcClient jdbc;

    /** @param jdbc of the owner for a draft; {@code kent_yayin} may ask about what is published */
    public FillRate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One attribute.
     *
     * @param attribute official name
     */
    public record Row(String type, String attribute, long rows, long filled) {}

    /** Rows in the model's order. */
    public List<Row> of(Release release) {
        List<Row> all = new ArrayList<>();
        for (FrozenTypes.Entry entry : FrozenTypes.of(release, jdbc).entries()) all.addAll(ofType(entry));
        return all;
    }

    private List<Row> ofType(FrozenTypes.Entry entry) {
        Map<String, String> counts = counts(entry);
        String sql = counts.values().stream()
                .collect(Collectors.joining(
                        ", ", "SELECT count(*), ", " FROM " + entry.table().name()));
        return jdbc.sql(sql)
                .query((row, n) -> {
                    List<Row> rows = new ArrayList<>();
                    int column = 2;
                    for (String attribute : counts.keySet()) {
                        rows.add(new Row(entry.type().name(), attribute, row.getLong(1), row.getLong(column++)));
                    }
                    return rows;
                })
                .single();
    }

    /** By official name, the SQL that counts the filled ones. */
    private static Map<String, String> counts(FrozenTypes.Entry entry) {
        Map<String, String> counts = new LinkedHashMap<>();
        entry.table().attributes().forEach(a -> counts.put(a.name(), count(a)));
        FeatureGeometry geometry = entry.type().geometry();
        if (geometry != null) counts.put(geometry.name(), notEmpty(FeatureGeometry.COLUMN));
        return counts;
    }

    private static String count(Attribute attribute) {
        String column = attribute.column();
        if (attribute.isMany()) return "count(*) FILTER (WHERE cardinality(" + column + ") > 0)";
        return switch (attribute.type()) {
            case TEXT, CODE, URI -> "count(*) FILTER (WHERE btrim(" + column + ") <> '')";
            case GEOMETRY -> notEmpty(column);
            default -> "count(" + column + ")";
        };
    }

    private static String notEmpty(String column) {
        return "count(*) FILTER (WHERE NOT ST_IsEmpty(" + column + "))";
    }
}
