package tr.kentatlas.registry.conflict;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.store.RegistryStore;

/** The outlines of a building, or the centre lines of a street, on both sides of a conflict. */
public final class ConflictShapes {
    private static final String SHAPES = """
            SELECT ST_AsGeoJSON(ST_Transform(o.geom, 4326), 7) AS ours, ST_AsGeoJSON(e.geom, 7) AS theirs
            FROM registry.conflict c LEFT JOIN registry.entry e ON e.level = c.level AND e.code = c.code
            LEFT JOIN LATERAL (
                SELECT b.geom FROM working.bina b
                WHERE c.level = 'building' AND b.tucbs_no = c.object AND registry.valid_now(b.gecerlilik_baslangic, b.gecerlilik_bitis)
                UNION ALL
                SELECT ST_Collect(DISTINCT h.geom) FROM registry.local_side s JOIN working.yol_orta_hat h ON h.tucbs_no = s.centre_line
                    AND registry.valid_now(h.gecerlilik_baslangic, h.gecerlilik_bitis)
                WHERE c.level = 'street' AND s.road = c.object AND registry.street_id(s.road, s.neighbourhood) = c.local
                HAVING count(*) > 0
                LIMIT 1) o ON true
            WHERE c.conflict_no = ? AND c.level IN ('building', 'street')
            """;

    private final RegistryStore store;

    public ConflictShapes(RegistryStore store) {
        this.store = store;
    }

    /** GeoJSON (RFC 7946 §3.1) of either side; null where it has none. */
    public record Shapes(@Nullable String ours, @Nullable String theirs) {}

    /** Empty for a conflict about something that has a point only, or nothing. */
    public Optional<Shapes> of(long conflict) {
        return store.read()
                .sql(SHAPES)
                .param(conflict)
                .query((row, n) -> new Shapes(row.getString("ours"), row.getString("theirs")))
                .optional();
    }
}
