package tr.kentatlas.registry.pull;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;

/**
 * Makes a whole reading what is known of the registry, in one transaction. Rows that are listed no more stay, marked; nothing is
 * deleted. A row that changed without a new version has agreed with nothing yet. One that moved to another neighbourhood is not taken
 * back by an older reading of the one it left.
 */
final class Takeover {
    private static final String RETIRING = """
            SELECT count(*) FILTER (WHERE (i.code IS NULL AND ?) OR NOT i.active) AS retiring, count(*) AS active
            FROM registry.entry e LEFT JOIN registry.incoming i
                ON i.neighbourhood = e.neighbourhood AND i.level = e.level AND i.code = e.code
            WHERE e.neighbourhood = ? AND e.active AND e.listed
            """;
    private static final String UPSERT = """
            INSERT INTO registry.entry AS e (level, code, neighbourhood, parent, building, other_construction, parcel, side, main_door, label,
                aliases, kind, detail, condition, floors, floors_below, floor, active, version, updated_on, successor, geom)
            SELECT level, code, neighbourhood, parent, building, other_construction, parcel, side, main_door, label,
                aliases, kind, detail, condition, floors, floors_below, floor, active, version, updated_on, successor, geom
            FROM registry.incoming WHERE neighbourhood = ?
            ON CONFLICT (level, code) DO UPDATE SET neighbourhood = excluded.neighbourhood, parent = excluded.parent,
                building = excluded.building, other_construction = excluded.other_construction, parcel = excluded.parcel,
                condition = excluded.condition, side = excluded.side, main_door = excluded.main_door, label = excluded.label,
                aliases = excluded.aliases, kind = excluded.kind, detail = excluded.detail, floors = excluded.floors,
                floors_below = excluded.floors_below, floor = excluded.floor, active = excluded.active, version = excluded.version,
                updated_on = excluded.updated_on, successor = excluded.successor, geom = excluded.geom, listed = true,
                seen_at = now(), agreed_theirs = CASE WHEN e.version <> excluded.version THEN e.agreed_theirs END
            WHERE ((e.version, e.active, e.listed, e.neighbourhood, e.label, e.parent, e.building, e.kind, e.detail)
                IS DISTINCT FROM (excluded.version, excluded.active, true, excluded.neighbourhood, excluded.label, excluded.parent,
                    excluded.building, excluded.kind, excluded.detail)
                OR (e.floors, e.floors_below, e.floor, e.aliases, e.side, e.main_door, e.successor, e.geom, e.other_construction, e.parcel,
                    e.condition) IS DISTINCT FROM
                    (excluded.floors, excluded.floors_below, excluded.floor, excluded.aliases, excluded.side, excluded.main_door,
                     excluded.successor, excluded.geom, excluded.other_construction, excluded.parcel, excluded.condition))
                AND (e.neighbourhood = excluded.neighbourhood OR NOT e.listed OR e.version <= excluded.version)
            """;
    private static final String UNLIST = """
            UPDATE registry.entry e SET listed = false
            WHERE e.neighbourhood = ? AND e.listed AND NOT EXISTS (SELECT FROM registry.incoming i
                WHERE i.neighbourhood = e.neighbourhood AND i.level = e.level AND i.code = e.code)
            """;
    /** What a street that tells its sides does not tell any more, nor another street for it. */
    private static final String SIDES_GONE = """
            DELETE FROM registry.side s
            WHERE s.neighbourhood = ? AND s.street IN (SELECT i.listed_under FROM registry.incoming_side i WHERE i.pull = ?)
              AND NOT EXISTS (SELECT FROM registry.incoming_side i WHERE i.pull = ? AND i.code = s.code)
            """;

    private static final String SIDES = """
            INSERT INTO registry.side (code, centre_line, side, neighbourhood, street, fixed_code)
            SELECT code, centre_line, side, neighbourhood, street, fixed_code FROM registry.incoming_side WHERE pull = ?
            ON CONFLICT (code) DO UPDATE SET centre_line = excluded.centre_line, side = excluded.side,
                neighbourhood = excluded.neighbourhood, street = excluded.street, fixed_code = excluded.fixed_code
            """;

    private final JdbcClient jdbc;
    private final long neighbourhood;

    Takeover(JdbcClient jdbc, long neighbourhood) {
        this.jdbc = jdbc;
        this.neighbourhood = neighbourhood;
    }

    /** Active rows there are, and those among them that this reading ends. */
    record Loss(long retiring, long active) {}

    /** A reading with faulty rows ends only what it says is ended. */
    Loss loss(int faults) {
        return jdbc.sql(RETIRING)
                .params(faults == 0, neighbourhood)
                .query((row, n) -> new Loss(row.getLong("retiring"), row.getLong("active")))
                .single();
    }

    /** The version of a reading with faulty rows is not kept: they are read again though nothing changed. */
    long run(@Nullable Long version, int faults) {
        long rows = count();
        jdbc.sql(UPSERT).param(neighbourhood).update();
        if (faults == 0) jdbc.sql(UNLIST).param(neighbourhood).update();
        jdbc.sql(SIDES_GONE).params(neighbourhood, neighbourhood, neighbourhood).update();
        jdbc.sql(SIDES).param(neighbourhood).update();
        Incoming.clear(jdbc, neighbourhood);
        jdbc.sql("""
                        UPDATE registry.pull SET state = 'complete', completed_at = clock_timestamp(), completed_start = started_at,
                            version = ?, message = ? WHERE neighbourhood = ?
                        """)
                .params(Arrays.asList(faults == 0 ? version : null, leftOut(faults), neighbourhood))
                .update();
        return rows;
    }

    private static @Nullable String leftOut(int faults) {
        return faults == 0 ? null : WrittenRemark.write(Remark.of(Saying.ROWS_UNREADABLE, faults));
    }

    private long count() {
        return Objects.requireNonNull(jdbc.sql("SELECT count(*) FROM registry.incoming WHERE neighbourhood = ?")
                .param(neighbourhood)
                .query(Long.class)
                .single());
    }

    /** What the reading says, as one value: two equal readings in a row mean that it stood still. */
    String digest() {
        return jdbc.sql("""
                        SELECT md5(coalesce(string_agg(level || code || ':' || version || active, ',' ORDER BY level, code), ''))
                        FROM registry.incoming WHERE neighbourhood = ?
                        """).param(neighbourhood).query(String.class).single();
    }
}
