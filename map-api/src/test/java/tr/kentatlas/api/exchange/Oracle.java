package tr.kentatlas.api.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows what an agreement shows without asking the service: the frozen rows as the owner of the database reads them, decided in Java and
 * JTS.
 */
final class Oracle {
    private final JdbcClient owner;
    private final int srid;
    private final Map<String, List<Row>> rows = new HashMap<>();

    /** A frozen row. */
    record Row(
            String id, Map<String, Object> values, @Nullable Geometry geometry) {}

    /** What a share demands, in our own words. */
    record Demand(Predicate<Row> rows, @Nullable Geometry area, boolean within) {}

    Oracle(JdbcClient owner, int srid, List<String> types) {
        this.owner = owner;
        this.srid = srid;
        types.forEach(type -> rows.put(type, read(type)));
    }

    List<Row> all(String type) {
        return Objects.requireNonNull(rows.get(type));
    }

    /** The identities an agreement shows of a type. */
    Set<String> shown(String type, Demand demand) {
        Geometry area = demand.area() == null ? null : stored(demand.area());
        Set<String> shown = new TreeSet<>();
        for (Row row : all(type)) {
            if (demand.rows().test(row) && lies(row.geometry(), area, demand.within())) shown.add(row.id());
        }
        return shown;
    }

    private static boolean lies(@Nullable Geometry geometry, @Nullable Geometry area, boolean within) {
        if (area == null) return true;
        if (geometry == null) return false;
        return within ? geometry.within(area) : geometry.intersects(area);
    }

    private Geometry stored(Geometry area) {
        return Objects.requireNonNull(geometry(owner.sql("SELECT ST_AsBinary(ST_Transform(ST_GeomFromWKB(?, 4326), ?))")
                .params(new WKBWriter().write(area), srid)
                .query(byte[].class)
                .single()));
    }

    private List<Row> read(String type) {
        long snapshot = owner.sql("""
                        SELECT s.snapshot_id FROM release.snapshot s JOIN release.content USING (snapshot_id)
                          JOIN release.pointer USING (release_no) WHERE jsonb_exists(s.row_counts, ?)
                        """).param(type).query(Long.class).single();
        List<Row> all = new ArrayList<>();
        owner.sql("SELECT *, ST_AsBinary(geom) AS wkb FROM yayin_" + snapshot + "." + type)
                .query(row -> {
                    Map<String, Object> values = new HashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        Object value = row.getObject(i);
                        if (value != null) values.put(row.getMetaData().getColumnName(i), value);
                    }
                    all.add(new Row(row.getString("tucbs_no"), values, geometry(row.getBytes("wkb"))));
                });
        return all;
    }

    private static @Nullable Geometry geometry(byte @Nullable [] wkb) {
        try {
            return wkb == null ? null : new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
