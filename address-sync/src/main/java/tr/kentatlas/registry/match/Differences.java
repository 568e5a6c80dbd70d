package tr.kentatlas.registry.match;

import static tr.kentatlas.registry.port.Level.BUILDING;
import static tr.kentatlas.registry.port.Level.DOOR;
import static tr.kentatlas.registry.port.Level.STREET;
import static tr.kentatlas.registry.port.Level.UNIT;

import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.match.OneSided.Kept;
import tr.kentatlas.registry.port.Level;

/**
 * Finds the conflicts after matching. What is on its way to the registry is left alone until it has arrived, what is a draft here until
 * it is in force. What one side alone tells is a difference as {@link OneSided} says.
 */
final class Differences {
    private static final String ON_ITS_WAY =
            "NOT EXISTS (SELECT FROM registry.outbox o WHERE o.state IN ('queued', 'sent', 'uncertain', 'acked', 'by-hand', 'entered')"
                    + " AND o.level = %1$s.level AND o.%3$s = %1$s.%2$s)";

    /** What was sent and not answered may be this very row: nobody shall take it for another until the message is answered. */
    private static final String NOT_OURS =
            "NOT EXISTS (SELECT FROM registry.outbox o WHERE o.action = 'put' AND o.code IS NULL AND o.sent_at IS NOT NULL"
                    + " AND o.state IN ('queued', 'sent', 'uncertain') AND o.level = f.level AND o.neighbourhood = f.neighbourhood)";

    private static final String ITS_STREET = "CASE level WHEN 'door' THEN their_parent WHEN 'street' THEN code END";

    /** Linked, on both sides there: what differs, each as [ours, theirs]; of a place also how many metres apart they are. */
    private static final String FIELDS = "jsonb_strip_nulls(jsonb_build_object("
            + String.join(
                    ", ",
                    field(
                            "label",
                            "label",
                            "label_differs OR ((our_label IS NULL) <> (their_label IS NULL) AND "
                                    + OneSided.counts("label", in(BUILDING, "adi")) + ")"),
                    told(
                            "kind",
                            "kind",
                            OneSided.counts(
                                    "kind",
                                    in(STREET, "tip"),
                                    in(BUILDING, "yapi_tipi"),
                                    in(DOOR, "tip"),
                                    in(UNIT, "tip"))),
                    told("detail", "detail", OneSided.counts("detail", in(UNIT, "kullanim_turu"))),
                    told("floors", "floors", OneSided.counts("floors", in(BUILDING, "kat_ustu"))),
                    told("floorsBelow", "below", OneSided.counts("floors_below", in(BUILDING, "kat_alti"))),
                    told("floor", "floor", OneSided.counts("floor", in(UNIT, "kat_no"))),
                    told("condition", "condition", OneSided.counts("condition", in(UNIT, "durum"))),
                    field("parent", "parent", "level IN ('door', 'unit') AND our_parent <> their_parent"),
                    field("side", "side", "our_side <> their_side"),
                    field("sides", "sides", "our_sides IS NOT NULL OR their_sides IS NOT NULL"),
                    told("otherConstruction", "other", OneSided.counts("other_construction", in(DOOR, "diger_yapi"))),
                    told("parcel", "parcel", OneSided.counts("parcel", in(DOOR, "parsel"))),
                    linkedTo("building", "building", OneSided.counts("building", in(DOOR, "bina"), in(UNIT, "bina"))),
                    linkedTo("mainDoor", "main", OneSided.counts("main_door", in(DOOR, "ust_numarataj"))),
                    "'place', CASE WHEN place ->> 2 IS NOT NULL OR (place IS NOT NULL AND "
                            + OneSided.counts("geom", in(BUILDING, "geom"), in(DOOR, "geom")) + ") THEN place END")
            + "))";

    private final JdbcClient jdbc;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Kept in(Level level, String column) {
        return new Kept(level, column);
    }

    private static String field(String name, String column, String differs) {
        return "'%1$s', CASE WHEN %3$s THEN jsonb_build_array(our_%2$s, their_%2$s) END"
                .formatted(name, column, differs);
    }

    /** @param counts whether it is a difference that one side does not tell it */
    private static String told(String name, String column, String counts) {
        String differs =
                "our_%1$s <> their_%1$s OR (our_%1$s IS DISTINCT FROM their_%1$s AND %2$s)".formatted(column, counts);
        return field(name, column, differs);
    }

    /** What ours belongs to is told also while its code is not known, since it is not linked yet. */
    private static String linkedTo(String name, String column, String counts) {
        return told(name, column, "(our_%1$s IS NOT NULL OR %1$s IS NULL) AND ".formatted(column) + counts);
    }

    /** Each pair there is something to say of, as the temporary table {@code different}: without fields where both sides say the same. */
    void compare() {
        jdbc.sql("CREATE TEMP TABLE different ON COMMIT DROP AS SELECT n.*, " + ITS_STREET + " AS street, " + FIELDS
                        + " AS fields FROM noticed n WHERE here AND NOT draft AND link_no IS NOT NULL")
                .update();
        agree();
    }

    /** What differs and is not on its way is a conflict. */
    void keepConflicts() {
        jdbc.sql(
                        "CREATE TEMP TABLE found (kind text, level text, local uuid, object uuid, code bigint, neighbourhood bigint,"
                                + " street bigint, detail jsonb, changed_by text) ON COMMIT DROP")
                .update();
        jdbc.sql(
                        "DELETE FROM ambiguous a WHERE EXISTS (SELECT FROM registry.link k WHERE k.ended_at IS NULL AND k.level = a.level"
                                + " AND (k.local = a.id OR k.code = a.code))")
                .update();
        linked();
        unlinked();
        ambiguous();
        keep();
    }

    /** Where nothing differs, both versions are the ones that agreed last. */
    private void agree() {
        jdbc.sql("""
                        UPDATE registry.entry e SET agreed_ours = d.version, agreed_theirs = d.remote_version FROM different d
                        WHERE d.level = e.level AND d.code = e.code AND d.there AND d.fields = '{}'
                        """).update();
    }

    private void linked() {
        String changed =
                "CASE WHEN new THEN 'unknown' WHEN we_changed AND they_changed THEN 'both' WHEN we_changed THEN 'local'"
                        + " WHEN they_changed THEN 'remote' ELSE 'unknown' END";
        jdbc.sql(
                        "INSERT INTO found SELECT CASE WHEN NOT there THEN 'C15' WHEN c.conflict_no IS NOT NULL THEN 'C22' ELSE 'C11' END,"
                                + " d.level, d.local, d.object, d.code, d.neighbourhood, d.street,"
                                + " CASE WHEN there THEN fields ELSE jsonb_strip_nulls(jsonb_build_object('label',"
                                + " jsonb_build_array(our_label, their_label), 'successor', successor)) END, " + changed
                                + " FROM different d LEFT JOIN registry.conflict c ON c.kind = 'C22' AND c.state = 'open' AND c.level = d.level"
                                + " AND c.local = d.local WHERE (NOT there OR fields <> '{}') AND "
                                + ON_ITS_WAY.formatted("d", "local", "local"))
                .update();
    }

    private void unlinked() {
        jdbc.sql("INSERT INTO found SELECT 'C04', l.level, l.id, l.object, NULL, l.neighbourhood, s.code,"
                        + " jsonb_strip_nulls(jsonb_build_object('label', jsonb_build_array(l.label, NULL), 'kind', l.kind)), 'local'"
                        + " FROM free_local l LEFT JOIN registry.link s ON s.ended_at IS NULL AND s.level = 'street' AND s.local = l.parent"
                        + " WHERE NOT l.draft AND NOT EXISTS (SELECT FROM registry.link k"
                        + " WHERE k.ended_at IS NULL AND k.level = l.level AND k.local = l.id)"
                        + " AND NOT EXISTS (SELECT FROM ambiguous a WHERE a.level = l.level AND a.id = l.id)"
                        + " AND " + ON_ITS_WAY.formatted("l", "id", "local"))
                .update();
        missing("SELECT level, NULL::uuid AS local, NULL::uuid AS object, code, neighbourhood, parent AS their_parent,"
                + " label AS their_label, kind AS their_kind FROM free_entry f WHERE NOT EXISTS (SELECT FROM registry.link k"
                + " WHERE k.ended_at IS NULL AND k.level = f.level AND k.code = f.code)"
                + " AND NOT EXISTS (SELECT FROM ambiguous a WHERE a.level = f.level AND a.code = f.code) AND "
                + NOT_OURS);
        missing("SELECT level, local, object, code, neighbourhood, their_parent, their_label, their_kind FROM noticed"
                + " WHERE there AND NOT here AND link_no IS NOT NULL");
    }

    /** The registry alone has it: it never was here, or was ended here. */
    private void missing(String rows) {
        jdbc.sql("INSERT INTO found SELECT 'C03', e.level, e.local, e.object, e.code, e.neighbourhood, " + ITS_STREET
                        + ","
                        + " jsonb_strip_nulls(jsonb_build_object('label', jsonb_build_array(NULL, their_label), 'kind', their_kind,"
                        + " 'gone', CASE WHEN e.local IS NOT NULL THEN true END)),"
                        + " CASE WHEN e.local IS NULL THEN 'remote' ELSE 'local' END FROM (" + rows + ") e WHERE "
                        + ON_ITS_WAY.formatted("e", "code", "code"))
                .update();
    }

    /** One row of the registry with several of ours is C16; one of ours with several rows of the registry is C17. */
    private void ambiguous() {
        jdbc.sql("""
                        INSERT INTO found SELECT 'C16', a.level, NULL, NULL, a.code, e.neighbourhood,
                            CASE a.level WHEN 'door' THEN e.parent WHEN 'street' THEN e.code END,
                            jsonb_build_object('label', jsonb_build_array(NULL, e.label), 'locals', jsonb_agg(DISTINCT a.id)), 'unknown'
                        FROM ambiguous a JOIN registry.entry e ON e.level = a.level AND e.code = a.code WHERE NOT a.draft
                        GROUP BY a.level, a.code, e.neighbourhood, e.parent, e.code, e.label HAVING count(DISTINCT a.id) > 1
                        """).update();
        jdbc.sql("""
                        INSERT INTO found SELECT 'C17', a.level, a.id, a.object, NULL, l.neighbourhood, NULL,
                            jsonb_build_object('label', jsonb_build_array(l.label, NULL), 'codes', jsonb_agg(DISTINCT a.code)), 'unknown'
                        FROM ambiguous a JOIN free_local l ON l.level = a.level AND l.id = a.id
                        WHERE NOT a.draft AND NOT EXISTS (SELECT FROM found f WHERE f.kind = 'C16' AND f.level = a.level AND f.code = a.code)
                        GROUP BY a.level, a.id, a.object, l.neighbourhood, l.label HAVING count(DISTINCT a.code) > 1
                        """).update();
    }

    /** New ones are opened in the order of places, ignored ones stay so while they are the same and in time, those not found any more are gone. */
    private void keep() {
        jdbc.sql("ANALYZE found").update();
        jdbc.sql("""
                        INSERT INTO registry.conflict AS c (kind, level, local, object, code, neighbourhood, street, detail, changed_by)
                        SELECT kind, level, local, object, code, neighbourhood, street, detail, changed_by FROM found
                        ORDER BY array_position(ARRAY['street', 'building', 'door', 'unit'], level), neighbourhood, street, detail -> 'label'
                        ON CONFLICT (kind, level, coalesce(local, '00000000-0000-0000-0000-000000000000'), coalesce(code, 0))
                            WHERE state IN ('open', 'ignored')
                        DO UPDATE SET detail = excluded.detail, changed_by = excluded.changed_by, street = excluded.street,
                            state = CASE WHEN c.state = 'ignored' AND c.detail = excluded.detail
                                              AND coalesce(c.ignore_until >= current_date, true) THEN 'ignored' ELSE 'open' END
                        WHERE (c.detail, c.changed_by, c.street) IS DISTINCT FROM (excluded.detail, excluded.changed_by, excluded.street)
                           OR (c.state = 'ignored' AND c.ignore_until < current_date)
                        """).update();
        jdbc.sql("""
                        UPDATE registry.conflict c SET state = 'gone'
                        WHERE c.state IN ('open', 'ignored') AND NOT EXISTS (SELECT FROM found f WHERE f.kind = c.kind AND f.level = c.level
                            AND coalesce(f.local, '00000000-0000-0000-0000-000000000000')
                                = coalesce(c.local, '00000000-0000-0000-0000-000000000000')
                            AND coalesce(f.code, 0) = coalesce(c.code, 0))
                        """).update();
    }
}
