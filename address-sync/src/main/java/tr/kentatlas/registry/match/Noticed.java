package tr.kentatlas.registry.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.store.Levels;

/**
 * What a comparison has to look at, as the temporary table {@code noticed}: objects without a link, rows without a link, links that lost
 * an end, and pairs in which anything differs or has a new version. One pass over both sides for each level; the many pairs that agree,
 * nearly all of them, are read once and written nowhere.
 */
final class Noticed {
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

    /**
     * Both sides joined with no more of a row than is compared, which is what a join over all pairs costs; whatever else of the
     * registry's row a decision needs is looked up for the few that come out of it.
     */
    private static String sql(Level level) {
        boolean hangs = level == Level.DOOR || level == Level.UNIT;
        return """
                INSERT INTO noticed
                SELECT '%1$s', n.here, n.there, n.link_no, n.local, n.object, n.code, coalesce(w.neighbourhood, n.neighbourhood), n.version,
                       n.remote_version, n.our_code, n.parent, n.building, n.our_label, w.label, n.our_key, w.key, n.our_kind, w.kind,
                       n.our_detail, w.detail, n.our_floors, w.floors, n.our_below, w.floors_below, n.our_floor, w.floor,
                       n.our_parent, w.parent, n.our_building, w.building, '%1$s' <> 'building' AND n.our_key <> w.key, n.new,
                       n.we_changed, n.they_changed, w.successor, w.aliases
                FROM (%2$s) n LEFT JOIN LATERAL (SELECT * FROM registry.entry w WHERE w.level = '%1$s' AND w.code = n.code OFFSET 0) w
                    ON true
                """.formatted(Levels.word(level), pairs(level, hangs));
    }

    /** Level, key of a label, code of the parent and of the building as we have them, what is compared, neighbourhoods, joins to those. */
    private static String pairs(Level level, boolean hangs) {
        return """
                SELECT l.id IS NOT NULL AS here, coalesce(e.there, false) AS there, k.link_no, coalesce(l.id, k.local) AS local,
                       coalesce(l.object, k.object) AS object, coalesce(e.code, k.code) AS code, l.neighbourhood, l.version,
                       e.version AS remote_version, l.code AS our_code, l.parent, l.building, l.label AS our_label, %2$s AS our_key,
                       l.kind AS our_kind, l.detail AS our_detail, l.floors AS our_floors, l.floors_below AS our_below,
                       l.floor AS our_floor, %3$s AS our_parent, %4$s AS our_building,
                       k.local_version IS NULL OR k.remote_version IS NULL AS new, k.local_version <> l.version AS we_changed,
                       k.remote_version <> e.version AS they_changed
                FROM (SELECT * FROM registry.local WHERE level = '%1$s' AND read_whole) l
                FULL JOIN (SELECT * FROM registry.link WHERE level = '%1$s' AND ended_at IS NULL) k ON k.local = l.id
                FULL JOIN (SELECT code, version, active AND listed AS there%5$s FROM registry.entry WHERE level = '%1$s') e
                    ON e.code = k.code
                %6$s
                WHERE CASE WHEN l.id IS NULL THEN e.code IS NOT NULL AND (k.link_no IS NOT NULL OR e.there)
                           WHEN k.link_no IS NULL THEN true
                           WHEN e.code IS NULL THEN false
                           ELSE NOT e.there OR k.local_version IS DISTINCT FROM l.version
                                OR k.remote_version IS DISTINCT FROM e.version OR %7$s END
                """.formatted(
                        Levels.word(level),
                        key(level),
                        parent(level),
                        hangs ? "b.code" : "NULL::bigint",
                        compared(level, hangs),
                        hangs ? above(level) : "",
                        differs(level, hangs));
    }

    private static String compared(Level level, boolean hangs) {
        String fields = fields(level).collect(Collectors.joining(", "));
        return ", " + fields + (level == Level.BUILDING ? "" : ", label, key") + (hangs ? ", parent, building" : "");
    }

    private static Stream<String> fields(Level level) {
        return COMPARED.getOrDefault(level, List.of()).stream();
    }

    /** The city's data knows the code of a door's street, once for all its doors. */
    private static String parent(Level level) {
        return level == Level.DOOR ? "l.street_code" : level == Level.UNIT ? "p.code" : "NULL::bigint";
    }

    private static String above(Level level) {
        return (level == Level.UNIT ? linked(Level.DOOR, "p") + " ON p.local = l.parent " : "")
                + linked(Level.BUILDING, "b") + " ON b.local = l.building";
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
        String fields =
                fields(level).map(field -> "l." + field + " <> e." + field).collect(Collectors.joining(" OR "));
        String label =
                level == Level.BUILDING ? "" : " OR (l.label IS DISTINCT FROM e.label AND " + key(level) + " <> e.key)";
        return fields + label + (hangs ? " OR " + parent(level) + " <> e.parent OR b.code <> e.building" : "");
    }
}
