package tr.kentatlas.registry.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;

/**
 * What a comparison has to look at, as the temporary table {@code noticed}: objects without a link, rows without a link, links that lost
 * an end, and pairs in which anything differs or has a new version; drafts of the city among them, marked. One pass over both sides for each level; the many pairs that agree,
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
                successor bigint, aliases text[], draft boolean, place jsonb, our_side text, their_side text,
                main uuid, our_main bigint, their_main bigint, our_sides text, their_sides text, our_other text, their_other text,
                our_parcel bigint, their_parcel bigint, our_condition text, their_condition text) ON COMMIT DROP
            """;

    /** What is looked at only in pairs that came out, since it changes with the version of either side; the last columns of the table. */
    private static final List<String> BESIDE = List.of(
            "place",
            "our_side",
            "their_side",
            "main",
            "our_main",
            "their_main",
            "our_sides",
            "their_sides",
            "our_other",
            "their_other",
            "our_parcel",
            "their_parcel",
            "our_condition",
            "their_condition");

    private static final Map<Level, List<String>> COMPARED = new EnumMap<>(Map.of(
            Level.STREET, List.of("kind"),
            Level.BUILDING, List.of("kind", "detail", "floors", "floors_below"),
            Level.DOOR, List.of("kind"),
            Level.UNIT, List.of("kind", "detail", "floor")));

    /** Further apart than this at some point of either, in metres, is not the same place: surveys differ by less. */
    private static final double APART = 2;

    /** Sides of streets that both know, each by the other's code: fixed codes that are not yet the registry's lead nowhere. */
    private static final String BOTH_SIDES = """
            CREATE TEMP TABLE both_sides ON COMMIT DROP AS
            SELECT id, code, street, told
            FROM (SELECT s.id, r.code, r.street, r.side || ' ' || r.fixed_code AS told, count(*) OVER (PARTITION BY s.id) AS theirs,
                         count(*) OVER (PARTITION BY r.code) AS ours
                  FROM registry.local_side s JOIN registry.side r ON r.neighbourhood = s.neighbourhood AND r.fixed_code = s.fixed_code) m
            WHERE theirs = 1 AND ours = 1
            """;

    /** How far the two places of a pair, {@code o} and {@code t}, are apart where that is too far, or that one side has none. */
    private static final String PLACE = """
            CASE WHEN (o.geom IS NULL) <> (t.geom IS NULL) AND o.id IS NOT NULL
                     THEN jsonb_build_array(registry.place_text(o.geom), registry.place_text(t.geom), NULL)
                 WHEN ST_HausdorffDistance(o.geom, t.geom) > %s
                     THEN jsonb_build_array(registry.place_text(o.geom), registry.place_text(t.geom),
                                            round(ST_HausdorffDistance(o.geom, t.geom)::numeric, 1)) END
            """.formatted(APART);

    private static final String DOOR_COLUMNS = """
            , x.geom, x.yon AS side, x.ust_numarataj AS main, x.diger_yapi::text AS other, (SELECT p.tasinmaz_kimlik_no FROM working.parsel p
                WHERE p.tucbs_no = x.parsel AND registry.valid_now(p.gecerlilik_baslangic, p.gecerlilik_bitis) LIMIT 1) AS parcel
            """;

    /** The centre lines of a street as {@code o}; they are not looked at while one of them is a draft. */
    private static final String LINES = """
            LEFT JOIN LATERAL (SELECT n.object AS id, CASE WHEN NOT bool_or(l.draft) THEN ST_Collect(h.geom) END AS geom
                FROM (SELECT s.centre_line, bool_or(s.draft) AS draft FROM registry.local_side s
                      WHERE s.road = n.object AND registry.street_id(s.road, s.neighbourhood) = n.local GROUP BY 1) l
                JOIN working.yol_orta_hat h ON h.tucbs_no = l.centre_line AND registry.valid_now(h.gecerlilik_baslangic, h.gecerlilik_bitis)
                WHERE n.here AND n.there) o ON true
            """;

    /** Sides of a street that one alone has, by their fixed codes, where either gives any. */
    private static final String SIDES = """
            LEFT JOIN LATERAL (SELECT string_agg(m.ours, ', ' ORDER BY m.ours) AS ours, string_agg(m.theirs, ', ' ORDER BY m.theirs) AS theirs
                FROM (SELECT CASE WHEN b.code IS NULL AND NOT a.draft THEN concat(a.hand, ' ', coalesce(a.fixed_code, '–')) END AS ours,
                             CASE WHEN a.id IS NULL THEN concat(b.side, ' ', b.fixed_code) END AS theirs
                      FROM (SELECT s.id, s.fixed_code, s.draft, CASE s.side WHEN 'sol' THEN 'LEFT' ELSE 'RIGHT' END AS hand
                            FROM registry.local_side s
                            WHERE s.road = n.object AND registry.street_id(s.road, s.neighbourhood) = n.local) a
                      FULL JOIN (SELECT r.code, r.side, r.fixed_code FROM registry.side r WHERE r.street = n.code) b
                          ON b.fixed_code = a.fixed_code AND b.side = a.hand) m
                WHERE n.here AND n.there AND EXISTS (SELECT FROM registry.side r WHERE r.street = n.code)
                    AND EXISTS (SELECT FROM working.yol_orta_hat_yon y WHERE y.tanitim_kodu IS NOT NULL)) sides ON true
            """;

    private final JdbcClient jdbc;

    Noticed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void create() {
        jdbc.sql(TABLE).update();
        jdbc.sql(BOTH_SIDES).update();
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
                SELECT '%1$s', n.here, n.there, n.link_no, n.local,
                       coalesce(n.object, (SELECT k.object FROM registry.link k WHERE k.link_no = n.link_no)), n.code,
                       coalesce(w.neighbourhood, n.neighbourhood), n.version, n.remote_version, n.our_code, n.parent, n.building,
                       n.our_label, w.label, n.our_key, w.key, n.our_kind, w.kind,
                       n.our_detail, w.detail, n.our_floors, w.floors, n.our_below, w.floors_below, n.our_floor, w.floor,
                       n.our_parent, w.parent, n.our_building, w.building, n.our_key <> %3$s, n.new,
                       n.we_changed, n.they_changed, w.successor, w.aliases, coalesce(n.draft, false), %4$s
                FROM (%2$s) n LEFT JOIN LATERAL (SELECT * FROM registry.entry w WHERE w.level = '%1$s' AND w.code = n.code OFFSET 0) w
                    ON true
                %5$s
                """.formatted(
                        level.word(),
                        pairs(level, hangs),
                        level == Level.BUILDING ? key(level, "w") : "w.key",
                        beside(level),
                        looked(level));
    }

    private static String beside(Level level) {
        Map<String, String> told = told(level);
        return BESIDE.stream().map(column -> told.getOrDefault(column, "NULL")).collect(Collectors.joining(", "));
    }

    private static Map<String, String> told(Level level) {
        return switch (level) {
            case STREET -> Map.of("place", PLACE, "our_sides", "sides.ours", "their_sides", "sides.theirs");
            case BUILDING -> Map.of("place", PLACE);
            case DOOR ->
                Map.of(
                        "place",
                        PLACE,
                        "our_side",
                        "ours.told",
                        "their_side",
                        "theirs.told",
                        "main",
                        "o.main",
                        "our_main",
                        "(SELECT k.code FROM registry.link k WHERE k.ended_at IS NULL AND k.level = 'door' AND k.local = o.main)",
                        "their_main",
                        "w.main_door",
                        "our_other",
                        "o.other",
                        "their_other",
                        "w.other_construction",
                        "our_parcel",
                        "o.parcel",
                        "their_parcel",
                        "w.parcel");
            case UNIT -> Map.of("our_condition", "o.durum", "their_condition", "w.condition");
        };
    }

    private static String looked(Level level) {
        return switch (level) {
            case STREET -> LINES + theirPlace(1) + SIDES;
            case BUILDING -> object("bina", ", x.geom") + theirPlace(2);
            case DOOR -> object("numarataj", DOOR_COLUMNS) + theirPlace(0) + """
                        LEFT JOIN both_sides ours ON ours.id = o.side
                        LEFT JOIN both_sides theirs ON theirs.code = w.side AND theirs.street = ours.street AND theirs.street = w.parent
                        """;
            case UNIT -> object("bagimsiz_bolum", ", x.durum");
        };
    }

    /** The city's object of a pair, {@code o}. */
    private static String object(String type, String columns) {
        return """
                LEFT JOIN LATERAL (SELECT x.tucbs_no AS id%2$s FROM working.%1$s x
                    WHERE n.there AND x.tucbs_no = n.object AND registry.valid_now(x.gecerlilik_baslangic, x.gecerlilik_bitis) LIMIT 1) o
                    ON true
                """.formatted(type, columns);
    }

    /**
     * The registry's place in the city's coordinates, {@code t}: a point tells no outline.
     *
     * @param dimension of such a place
     */
    private static String theirPlace(int dimension) {
        return """
                LEFT JOIN LATERAL (SELECT ST_Transform(w.geom, (SELECT value::integer FROM kent.setting WHERE name = 'srid')) AS geom
                    WHERE o.id IS NOT NULL AND ST_Dimension(w.geom) = %s) t ON true
                """.formatted(dimension);
    }

    /** One join: whom a row of the registry is linked with stands on the row. One of ours may be linked with a row nobody has read yet. */
    private static String pairs(Level level, boolean hangs) {
        return """
                SELECT l.id IS NOT NULL AS here, coalesce(e.there, false) AS there, e.link_no, coalesce(l.id, e.linked) AS local,
                       l.object, e.code, l.neighbourhood, l.version, e.version AS remote_version, l.code AS our_code, l.parent,
                       l.building, l.label AS our_label, %2$s AS our_key, l.kind AS our_kind, l.detail AS our_detail,
                       l.floors AS our_floors, l.floors_below AS our_below, l.floor AS our_floor, %3$s AS our_parent,
                       %4$s AS our_building, e.agreed_ours IS NULL OR e.agreed_theirs IS NULL AS new,
                       e.agreed_ours <> l.version AS we_changed, e.agreed_theirs <> e.version AS they_changed, l.draft
                FROM (%8$s AND read_whole) l
                FULL JOIN (SELECT code, version, active AND listed AS there, link_no, linked, agreed_ours, agreed_theirs%5$s
                           FROM registry.entry WHERE level = '%1$s') e ON e.linked = l.id
                %6$s
                WHERE CASE WHEN l.id IS NULL THEN e.link_no IS NOT NULL OR e.there
                           WHEN e.code IS NULL THEN NOT EXISTS (SELECT FROM registry.link k
                                                                WHERE k.level = '%1$s' AND k.local = l.id AND k.ended_at IS NULL)
                           ELSE NOT e.there OR e.agreed_ours IS DISTINCT FROM l.version
                                OR e.agreed_theirs IS DISTINCT FROM e.version OR %7$s END
                """.formatted(
                        level.word(),
                        key(level, "l"),
                        parent(level),
                        hangs ? "b.code" : "NULL::bigint",
                        compared(level, hangs),
                        hangs ? above(level) : "",
                        differs(level, hangs),
                        level == Level.DOOR
                                ? "SELECT * FROM registry.every_door WHERE true"
                                : "SELECT * FROM registry.local WHERE level = '" + level.word() + "'");
    }

    private static String compared(Level level, boolean hangs) {
        String fields = fields(level).collect(Collectors.joining(", "));
        return ", " + fields + (level == Level.BUILDING ? "" : ", label") + (hangs ? ", parent, building" : "");
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
        return "LEFT JOIN (SELECT local, code FROM registry.link WHERE level = '" + level.word()
                + "' AND ended_at IS NULL) " + name;
    }

    /** As the key of a row is made; it is worked out only where the spelling differs, since that is dear. */
    private static String key(Level level, String side) {
        return switch (level) {
            case STREET -> "registry.name_key(" + side + ".label)";
            case BUILDING -> "nullif(registry.name_key(" + side + ".label), '')";
            case DOOR, UNIT -> "registry.number_key(coalesce(" + side + ".label, ''))";
        };
    }

    private static String differs(Level level, boolean hangs) {
        String fields =
                fields(level).map(field -> "l." + field + " <> e." + field).collect(Collectors.joining(" OR "));
        String label = level == Level.BUILDING
                ? ""
                : " OR (l.label IS DISTINCT FROM e.label AND " + key(level, "l") + " <> " + key(level, "e") + ")";
        return fields + label + (hangs ? " OR " + parent(level) + " <> e.parent OR b.code <> e.building" : "");
    }
}
