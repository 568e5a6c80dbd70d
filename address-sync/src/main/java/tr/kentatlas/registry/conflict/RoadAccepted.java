package tr.kentatlas.registry.conflict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.store.RegistryEntry;
import tr.kentatlas.spatial.feature.FeatureId;

/** Makes a street that only the registry has a road of the city, or a part of one, with its centre lines and their sides. */
final class RoadAccepted {
    private final JdbcClient jdbc;
    private final LocalChanges changes;

    RoadAccepted(JdbcClient jdbc, LocalChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    private record KnownSide(long line, String side, String fixedCode) {}

    static Values road(RegistryEntry entry) {
        return Values.of("ad", entry.label()).with("tip", entry.kind());
    }

    /** The street as it is known here. */
    UUID add(RegistryEntry entry, UUID newRoad, String key) {
        UUID road = sameRoad(entry).orElse(newRoad);
        changes.insert("yol", road, road(entry), null);
        UUID place = mahalle(entry.neighbourhood());
        lines(entry, road, road + ":" + key, place);
        return jdbc.sql("SELECT registry.street_id(?, ?)")
                .params(road, entry.neighbourhood())
                .query(UUID.class)
                .single();
    }

    /** Each centre line with its sides; which is where is known only of a street with a single one. */
    private void lines(RegistryEntry entry, UUID road, String key, UUID place) {
        Map<Long, List<KnownSide>> known = jdbc
                .sql("SELECT centre_line, side, fixed_code FROM registry.side"
                        + " WHERE street = ? AND neighbourhood = ? ORDER BY code")
                .params(entry.code(), entry.neighbourhood())
                .query((row, n) -> new KnownSide(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(KnownSide::line, TreeMap::new, Collectors.toList()));
        Geometry shape = entry.geometry();
        Geometry only =
                known.size() <= 1 && shape != null && shape.getNumGeometries() == 1 ? shape.getGeometryN(0) : null;
        if (known.isEmpty()) side(entry, line(entry, road, key, only), place, "LEFT", null);
        known.forEach((code, sides) -> {
            UUID line = line(entry, road, key + ":" + code, only);
            sides.forEach(side -> side(entry, line, place, side.side(), side.fixedCode()));
        });
    }

    private UUID line(RegistryEntry entry, UUID road, String key, @Nullable Geometry shape) {
        UUID line = FeatureId.of("registry", "yol_orta_hat", key);
        Values middle = Values.of("yol", road).with("sanal_mi", false).with("ad", entry.label());
        changes.insert("yol_orta_hat", line, middle, shape);
        return line;
    }

    private void side(RegistryEntry entry, UUID line, UUID place, String side, @Nullable String fixedCode) {
        UUID id = FeatureId.of("registry", "yol_orta_hat_yon", line + ":" + side + ":" + fixedCode);
        Values values = Values.of("orta_hat", line)
                .with("taraf", side.equals("LEFT") ? "sol" : "sag")
                .with("mahalle", place)
                .with("tanitim_kodu", fixedCode)
                .with("uavt_kodu", entry.code());
        changes.insert("yol_orta_hat_yon", id, values, null);
    }

    /** The road may already be here through its part in another neighbourhood. */
    private Optional<UUID> sameRoad(RegistryEntry entry) {
        return jdbc.sql(
                        "SELECT k.object FROM registry.link k JOIN registry.entry e ON e.level = k.level AND e.code = k.code"
                                + " WHERE k.ended_at IS NULL AND k.level = 'street' AND e.parent = ? LIMIT 1")
                .param(entry.parent())
                .query(UUID.class)
                .optional();
    }

    private UUID mahalle(long code) {
        return jdbc.sql("SELECT id FROM registry.neighbourhood WHERE code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new VerdictRefused(Why.NO_NEIGHBOURHOOD, code));
    }
}
