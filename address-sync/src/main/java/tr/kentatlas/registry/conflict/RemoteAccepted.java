package tr.kentatlas.registry.conflict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.store.Links;
import tr.kentatlas.registry.store.RegistryEntry;
import tr.kentatlas.spatial.feature.FeatureId;

/** Carries out "accept remote": the city's data follows what the registry says. */
final class RemoteAccepted {
    private final JdbcClient jdbc;
    private final Links links;
    private final LocalChanges changes;
    private final RoadAccepted roads;
    private final String by;

    RemoteAccepted(JdbcClient jdbc, LocalChanges changes, String by) {
        this.jdbc = jdbc;
        this.links = new Links(jdbc);
        this.changes = changes;
        this.roads = new RoadAccepted(jdbc, changes);
        this.by = by;
    }

    /** What only the registry has becomes an object of the city. */
    void add(RegistryEntry entry) {
        String type = LocalChanges.type(entry.level());
        String key = entry.code() + ":" + earlier(entry);
        UUID id = FeatureId.of("registry", type, key);
        UUID local = id;
        switch (entry.level()) {
            case STREET -> local = roads.add(entry, id, key);
            case BUILDING -> changes.insert(type, id, building(entry), entry.geometry());
            case DOOR -> changes.insert(type, id, door(entry), entry.geometry());
            case UNIT -> changes.insert(type, id, unit(entry), null);
        }
        links.put(entry.level(), entry.code(), local, id, "HAND", by);
    }

    /** The fields that differ are taken over, and only those. */
    void follow(UUID object, RegistryEntry entry, List<String> fields) {
        Values all = switch (entry.level()) {
            case STREET -> RoadAccepted.road(entry);
            case BUILDING -> building(entry);
            case DOOR -> door(entry);
            case UNIT -> unit(entry);
        };
        Values wanted = all.only(
                fields.stream().map(field -> column(entry.level(), field)).toList());
        boolean placed = fields.contains("place");
        Geometry place = placed && entry.level() != Level.STREET ? entry.geometry() : null;
        if (wanted.isEmpty() && place == null) throw new VerdictRefused(nothing(entry.level(), fields, placed));
        if (fields.contains("mainDoor") && entry.mainDoor() != null) parent(Level.DOOR, entry.mainDoor());
        if (fields.contains("otherConstruction")) demandOurs(entry.otherConstruction(), otherConstruction(entry));
        if (fields.contains("parcel")) demandOurs(entry.parcel(), parcel(entry));
        changes.edit(LocalChanges.type(entry.level()), object, wanted, place);
    }

    private static Why nothing(Level level, List<String> fields, boolean placed) {
        if (level == Level.STREET && (placed || fields.contains("sides"))) return Why.ROAD_BY_HAND;
        return placed ? Why.NO_PLACE_THERE : Why.NOTHING_DIFFERS;
    }

    private static void demandOurs(@Nullable Object theirs, @Nullable UUID ours) {
        if (theirs != null && ours == null) throw new VerdictRefused(Why.NOT_AMONG_OURS, theirs.toString());
    }

    /** Ends the city's object; a street only where it has no doors, and its sides there with it. */
    void end(Level level, UUID local, UUID object) {
        if (hasParts(level, local, object)) throw new VerdictRefused(Why.HAS_PARTS);
        if (level == Level.STREET) endStreet(local, object);
        else changes.retire(LocalChanges.type(level), object);
    }

    private void endStreet(UUID local, UUID road) {
        changes.ids(
                        "SELECT id FROM registry.local_side WHERE road = ? AND registry.street_id(road, neighbourhood) = ?",
                        road,
                        local)
                .forEach(side -> changes.edit("yol_orta_hat_yon", side, Values.of("kayit_durumu", "arsiv"), null));
        if (changes.ids("SELECT id FROM registry.local_side WHERE road = ?", road)
                .isEmpty()) changes.retire("yol", road);
    }

    private boolean hasParts(Level level, UUID local, UUID object) {
        String parts = switch (level) {
            case STREET -> """
                    registry.local_side s JOIN registry.local_door d ON d.side = s.id
                    WHERE s.road = :object AND registry.street_id(s.road, s.neighbourhood) = :local
                    """;
            case BUILDING -> "registry.local WHERE level = 'door' AND building = :local";
            case DOOR -> "registry.local WHERE level = 'unit' AND parent = :local";
            case UNIT -> "registry.local WHERE false";
        };
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + parts + ")")
                .param("local", local)
                .param("object", object)
                .query(Boolean.class)
                .single();
    }

    private static Values building(RegistryEntry entry) {
        return Values.of("adi", entry.label())
                .with("yapi_tipi", entry.kind())
                .with("yapi_durum", condition(entry.detail()))
                .with("kat_ustu", entry.floors())
                .with("kat_alti", entry.floorsBelow())
                .with("bina_kimlik_no", entry.code());
    }

    private Values door(RegistryEntry entry) {
        UUID street = parent(Level.STREET, entry.parent());
        UUID building = entry.building() == null ? null : parent(Level.BUILDING, entry.building());
        UUID main = entry.mainDoor() == null
                ? null
                : links.local(Level.DOOR, entry.mainDoor()).orElse(null);
        return Values.of("kapi_no", entry.label())
                .with("tip", entry.kind())
                .with("yon", side(entry, street))
                .with("bina", building)
                .with("diger_yapi", otherConstruction(entry))
                .with("parsel", parcel(entry))
                .with("ust_numarataj", main)
                .with("numarataj_kodu", entry.code())
                .with("durum", "current")
                .with("varsayilan", true)
                .with("konumlayici", "kapiBelirleyici");
    }

    private Values unit(RegistryEntry entry) {
        UUID door = parent(Level.DOOR, entry.parent());
        UUID building = entry.building() == null ? null : parent(Level.BUILDING, entry.building());
        return Values.of("ic_kapi_no", entry.label())
                .with("tip", entry.kind())
                .with("kullanim_turu", entry.detail())
                .with("kat_no", entry.floor())
                .with("numarataj", door)
                .with("bina", building)
                .with("adres_no", entry.code())
                .with("durum", entry.condition());
    }

    private @Nullable UUID otherConstruction(RegistryEntry entry) {
        return ours("diger_yapi", "tucbs_no::text = ?", entry.otherConstruction());
    }

    private @Nullable UUID parcel(RegistryEntry entry) {
        return ours("parsel", "tasinmaz_kimlik_no = ?", entry.parcel());
    }

    private @Nullable UUID ours(String type, String where, @Nullable Object value) {
        if (value == null) return null;
        return changes
                .ids(
                        "SELECT tucbs_no FROM working." + type
                                + " WHERE registry.valid_now(gecerlilik_baslangic, gecerlilik_bitis) AND " + where,
                        value)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The side the registry names, or any of the street. */
    private UUID side(RegistryEntry entry, UUID street) {
        return jdbc.sql("""
                        SELECT s.id FROM registry.local_side s LEFT JOIN registry.side r
                            ON r.code = ? AND r.fixed_code = s.fixed_code AND r.neighbourhood = s.neighbourhood
                        WHERE s.road = (SELECT object FROM registry.link WHERE ended_at IS NULL AND level = 'street' AND local = ?)
                          AND registry.street_id(s.road, s.neighbourhood) = ? ORDER BY r.code NULLS LAST, s.id LIMIT 1
                        """)
                .params(Arrays.asList(entry.side(), street, street))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new VerdictRefused(Why.STREET_WITHOUT_SIDE, String.valueOf(entry.parent())));
    }

    private UUID parent(Level level, @Nullable Long code) {
        Optional<UUID> local = code == null ? Optional.empty() : links.local(level, code);
        return local.orElseThrow(() -> new VerdictRefused(Why.PARENT_NOT_LINKED, level, String.valueOf(code)));
    }

    private long earlier(RegistryEntry entry) {
        return jdbc.sql("SELECT count(*) FROM registry.link WHERE level = ? AND code = ? AND ended_at IS NOT NULL")
                .params(entry.level().word(), entry.code())
                .query(Long.class)
                .single();
    }

    private static String column(Level level, String field) {
        return switch (field) {
            case "label" -> label(level);
            case "kind" -> level == Level.BUILDING ? "yapi_tipi" : "tip";
            case "detail" -> level == Level.BUILDING ? "yapi_durum" : "kullanim_turu";
            case "floors" -> "kat_ustu";
            case "floorsBelow" -> "kat_alti";
            case "floor" -> "kat_no";
            case "parent" -> level == Level.DOOR ? "yon" : "numarataj";
            case "side" -> "yon";
            case "building" -> "bina";
            case "condition" -> "durum";
            case "otherConstruction" -> "diger_yapi";
            case "parcel" -> "parsel";
            case "mainDoor" -> "ust_numarataj";
            default -> "";
        };
    }

    private static String label(Level level) {
        return switch (level) {
            case STREET -> "ad";
            case BUILDING -> "adi";
            case DOOR -> "kapi_no";
            case UNIT -> "ic_kapi_no";
        };
    }

    private static @Nullable String condition(@Nullable String registryWord) {
        return registryWord == null
                ? null
                : switch (registryWord) {
                    case "kullanimda" -> "functional";
                    case "kullanimDisi" -> "declined";
                    case "yapimAsamasi" -> "underConstruction";
                    case "yikilmis" -> "demolished";
                    default -> registryWord;
                };
    }
}
