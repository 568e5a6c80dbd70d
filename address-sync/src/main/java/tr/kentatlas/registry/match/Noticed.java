package tr.kentatlas.registry.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.store.Levels;

/**
 * What a comparison has to look at, as the temporary table {@code noticed}: objects without a link, rows without a link, links that lost
 * an end, and pairs in which anything differs or has a new version. One pass over both sides for each level; the many pairs that agree,
 * nearly all of them, are read once and written nowhere.
 */
final class Noticed {
    private static final String READ = "(SELECT p.neighbourhood FROM registry.pull p WHERE p.completed_at IS NOT NULL)";

    private static final String TABLE = """
            CREATE TEMP TABLE noticed (level text, here boolean, there boolean, link_no bigint, local uuid, object uuid, code bigint,
                neighbourhood bigint, version integer, remote_version bigint, our_code bigint, parent uuid, building uuid,
                our_label text, their_label text, our_key text, their_key text, our_kind text, their_kind text,
                our_detail text, their_detail text, our_floors integer, their_floors integer, our_below integer, their_below integer,
                our_floor integer, their_floor integer, our_parent bigint, their_parent bigint, our_building bigint,
                their_building bigint, label_differs boolean, new boolean, we_changed boolean, they_changed boolean,
                successor bigint, aliases text[]) ON COMMIT DROP
            """;

    private static final Map<Level, List<String>> COMPARED = new EnumMap<>(Map.of(
            Level.STREET, List.of("kind"),
            Level.BUILDING, List.of("kind", "detail", "floors", "floors_below"),
            Level.DOOR, List.of("kind"),
            Level.UNIT, List.of("kind", "detail", "floor")));

    private final JdbcClient jdbc;

    Noticed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void create() {
        jdbc.sql(TABLE).update();
        fill();
    }

    /** Looks again, once links were made or ended: an object's parent may now be another than the registry's. */
    void again() {
        jdbc.sql("TRUNCATE noticed").update();
        fill();
    }

    private void fill() {
        for (Level level : Level.values()) jdbc.sql(sql(level)).update();
        jdbc.sql("ANALYZE noticed").update();
    }

    /** Level, key of a label, code of the parent and of the building as we have them, neighbourhoods, joins to those, what differs. */
    private static String sql(Level level) {
        boolean hangs = level == Level.DOOR || level == Level.UNIT;
        return """
                INSERT INTO noticed
                SELECT '%1$s', l.id IS NOT NULL, coalesce(e.active AND e.listed, false), k.link_no, coalesce(l.id, k.local),
                       coalesce(l.object, k.object), coalesce(e.code, k.code), coalesce(e.neighbourhood, l.neighbourhood), l.version,
                       e.version, l.code, l.parent, l.building, l.label, e.label, %2$s, e.key, l.kind, e.kind, l.detail, e.detail,
                       l.floors, e.floors, l.floors_below, e.floors_below, l.floor, e.floor, %3$s, e.parent, %4$s, e.building,
                       '%1$s' <> 'building' AND %2$s <> e.key, k.local_version IS NULL OR k.remote_version IS NULL,
                       k.local_version <> l.version, k.remote_version <> e.version, e.successor, e.aliases
                FROM (SELECT * FROM registry.local WHERE level = '%1$s' AND neighbourhood IN %5$s) l
                FULL JOIN (SELECT * FROM registry.link WHERE level = '%1$s' AND ended_at IS NULL) k ON k.local = l.id
                FULL JOIN (SELECT * FROM registry.entry WHERE level = '%1$s') e ON e.code = k.code
                %6$s
                WHERE CASE WHEN l.id IS NULL THEN e.code IS NOT NULL AND (k.link_no IS NOT NULL OR (e.active AND e.listed))
                           WHEN k.link_no IS NULL THEN true
                           WHEN e.code IS NULL THEN false
                           ELSE NOT (e.active AND e.listed) OR k.local_version IS DISTINCT FROM l.version
                                OR k.remote_version IS DISTINCT FROM e.version OR %7$s END
                """.formatted(
                        Levels.word(level),
                        key(level),
                        hangs ? "p.code" : "NULL",
                        hangs ? "b.code" : "NULL",
                        READ,
                        hangs ? above(level == Level.UNIT ? Level.DOOR : Level.STREET) : "",
                        differs(level, hangs));
    }

    private static String above(Level parent) {
        return linked(parent, "p") + " ON p.local = l.parent " + linked(Level.BUILDING, "b")
                + " ON b.local = l.building";
    }

    private static String linked(Level level, String name) {
        return "LEFT JOIN (SELECT local, code FROM registry.link WHERE level = '" + Levels.word(level)
                + "' AND ended_at IS NULL) " + name;
    }

    /** As the registry's key is made; it is worked out only where the spelling differs, since that is dear. */
    private static String key(Level level) {
        return switch (level) {
            case STREET -> "registry.name_key(l.label)";
            case BUILDING -> "NULL::text";
            case DOOR, UNIT -> "registry.number_key(coalesce(l.label, ''))";
        };
    }

    private static String differs(Level level, boolean hangs) {
        String fields = COMPARED.getOrDefault(level, List.of()).stream()
                .map(field -> "l." + field + " <> e." + field)
                .collect(Collectors.joining(" OR "));
        String label =
                level == Level.BUILDING ? "" : " OR (l.label IS DISTINCT FROM e.label AND " + key(level) + " <> e.key)";
        return fields + label + (hangs ? " OR p.code <> e.parent OR b.code <> e.building" : "");
    }
}
