package tr.kentatlas.registry.pull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;

/**
 * Writes a page's rows to the staging tables, one statement for all of them: a district has hundreds of thousands. The same row twice, on
 * one page or on two: the higher version stays.
 */
final class Incoming {
    /** Between the names of one street; XML has no such character. */
    private static final String BETWEEN = "\u001f";

    private static final String INSERT = """
            INSERT INTO registry.incoming AS i (neighbourhood, level, code, parent, building, other_construction, parcel, side, main_door, label,
                aliases, kind, detail, condition, floors, floors_below, floor, active, version, updated_on, successor, geom)
            SELECT DISTINCT ON (level, code) ?, level, code, parent, building, other_construction, parcel, side, main_door, label,
                (SELECT coalesce(array_agg(registry.name_key(a)), '{}') FROM unnest(string_to_array(aliases, chr(31))) a), kind,
                detail, condition, floors, floors_below, floor, active, version, updated_on, successor, ST_GeomFromWKB(wkb, 4326)
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::boolean[], ?::bigint[], ?::date[], ?::bigint[], ?::bytea[])
                WITH ORDINALITY r (level, code, parent, building, other_construction, parcel, side, main_door, label, aliases, kind, detail,
                    condition, floors, floors_below, floor, active, version, updated_on, successor, wkb, place)
            ORDER BY level, code, version DESC, place
            ON CONFLICT (neighbourhood, level, code) DO UPDATE SET parent = excluded.parent, building = excluded.building,
                other_construction = excluded.other_construction, parcel = excluded.parcel, condition = excluded.condition,
                side = excluded.side, main_door = excluded.main_door, label = excluded.label, aliases = excluded.aliases,
                kind = excluded.kind, detail = excluded.detail, floors = excluded.floors, floors_below = excluded.floors_below,
                floor = excluded.floor, active = excluded.active, version = excluded.version, updated_on = excluded.updated_on,
                successor = excluded.successor, geom = excluded.geom
            WHERE i.version < excluded.version
            """;
    private static final String SIDES = """
            INSERT INTO registry.incoming_side (pull, code, centre_line, side, neighbourhood, street, listed_under, fixed_code)
            SELECT DISTINCT ON (code) ?, code, centre_line, side, neighbourhood, street, listed_under, fixed_code
            FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
                WITH ORDINALITY r (code, centre_line, side, neighbourhood, street, listed_under, fixed_code, place)
            ORDER BY code, place DESC
            ON CONFLICT (pull, code) DO UPDATE SET centre_line = excluded.centre_line, side = excluded.side,
                neighbourhood = excluded.neighbourhood, street = excluded.street, listed_under = excluded.listed_under,
                fixed_code = excluded.fixed_code
            """;

    private final JdbcClient jdbc;
    private final long neighbourhood;
    private final KindWords words;

    Incoming(JdbcClient jdbc, long neighbourhood, KindWords words) {
        this.jdbc = jdbc;
        this.neighbourhood = neighbourhood;
        this.words = words;
    }

    /** Forgets what was read: it is known now, or is read again. */
    static void clear(JdbcClient jdbc, long neighbourhood) {
        jdbc.sql("DELETE FROM registry.incoming WHERE neighbourhood = ?")
                .param(neighbourhood)
                .update();
        jdbc.sql("DELETE FROM registry.incoming_side WHERE pull = ?")
                .param(neighbourhood)
                .update();
    }

    void take(List<? extends RegisteredRow> rows) {
        if (rows.isEmpty()) return;
        jdbc.sql(INSERT)
                .params(columns(
                        rows.stream().map(row -> StagedRow.of(row, words)).toList()))
                .update();
        keepSides(rows.stream()
                .filter(RegisteredStreet.class::isInstance)
                .map(RegisteredStreet.class::cast)
                .flatMap(Incoming::sides)
                .toList());
    }

    private List<Object> columns(List<StagedRow> rows) {
        List<Object> columns = new ArrayList<>();
        columns.add(neighbourhood);
        columns.add(texts(rows, row -> row.level().word()));
        columns.addAll(Arrays.asList(longs(rows, StagedRow::code), longs(rows, StagedRow::parent)));
        columns.addAll(Arrays.asList(longs(rows, StagedRow::building), texts(rows, StagedRow::otherConstruction)));
        columns.addAll(Arrays.asList(longs(rows, StagedRow::parcel), longs(rows, StagedRow::side)));
        columns.addAll(Arrays.asList(longs(rows, StagedRow::mainDoor), texts(rows, StagedRow::label)));
        columns.addAll(Arrays.asList(
                texts(rows, row -> String.join(BETWEEN, row.aliases())), texts(rows, StagedRow::kind)));
        columns.addAll(Arrays.asList(texts(rows, StagedRow::detail), texts(rows, StagedRow::condition)));
        columns.addAll(Arrays.asList(integers(rows, StagedRow::floors), integers(rows, StagedRow::floorsBelow)));
        columns.add(integers(rows, StagedRow::floor));
        columns.add(rows.stream().map(row -> row.revision().active()).toArray(Boolean[]::new));
        columns.add(longs(rows, row -> row.revision().version()));
        columns.add(texts(rows, row -> day(row.revision().updatedOn())));
        columns.add(longs(rows, row -> row.revision().successor()));
        columns.add(rows.stream().map(StagedRow::wkb).toArray(byte[][]::new));
        return columns;
    }

    /** A side belongs to the street it is listed under, unless it says another. */
    private record SideOfStreet(RegisteredSide side, long street, long listedUnder) {}

    private void keepSides(List<SideOfStreet> rows) {
        if (rows.isEmpty()) return;
        jdbc.sql(SIDES)
                .params(
                        neighbourhood,
                        longs(rows, row -> row.side().code()),
                        longs(rows, row -> row.side().centreLine()),
                        texts(rows, row -> row.side().side().name()),
                        longs(rows, row -> row.side().neighbourhood()),
                        longs(rows, SideOfStreet::street),
                        longs(rows, SideOfStreet::listedUnder),
                        texts(rows, row -> row.side().fixedCode()))
                .update();
    }

    private static Stream<SideOfStreet> sides(RegisteredStreet street) {
        return street.sides().stream()
                .map(side ->
                        new SideOfStreet(side, side.street() == null ? street.code() : side.street(), street.code()));
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static <R> Long[] longs(List<R> rows, Function<R, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <R> Integer[] integers(List<R> rows, Function<R, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    private static <R> String[] texts(List<R> rows, Function<R, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
