package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredRow;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.simulator.RegistryBook.Content;

/** Compares both sides with the test's own eyes: without links, by what a reader of addresses would see. */
final class Agreement {
    private static final String NAMED =
            " JOIN working.yol_orta_hat h ON h.tucbs_no = s.orta_hat JOIN working.yol r ON r.tucbs_no = h.yol"
                    + " JOIN registry.neighbourhood m ON m.id = s.mahalle";
    private static final String ON = " s.kayit_durumu IS DISTINCT FROM 'arsiv'";
    private static final String DOOR =
            "concat_ws('|', m.code, upper(r.ad COLLATE \"tr-x-icu\"), r.tip, d.kapi_no, d.tip, b.kat_ustu)";
    private static final String DOORS =
            "SELECT " + DOOR + ", ST_AsBinary(ST_Transform(d.geom, 4326)) FROM working.numarataj d"
                    + " JOIN working.yol_orta_hat_yon s ON s.tucbs_no = d.yon" + NAMED
                    + " LEFT JOIN working.bina b ON b.tucbs_no = d.bina";
    private static final String UNITS =
            "SELECT concat_ws('|', m.code, d.kapi_no, u.ic_kapi_no, u.kat_no, u.tip, u.kullanim_turu, u.durum), NULL"
                    + " FROM working.bagimsiz_bolum u JOIN working.numarataj d ON d.tucbs_no = u.numarataj"
                    + " JOIN working.yol_orta_hat_yon s ON s.tucbs_no = d.yon" + NAMED;
    private static final String BUILDINGS =
            "SELECT concat_ws('|', yapi_tipi, adi, kat_ustu, kat_alti), ST_AsBinary(ST_Transform(geom, 4326)) FROM working.bina";
    private static final String SIDES =
            "SELECT concat_ws('|', m.code, upper(r.ad COLLATE \"tr-x-icu\"), r.tip, s.taraf, s.tanitim_kodu), NULL"
                    + " FROM working.yol_orta_hat_yon s" + NAMED + " WHERE" + ON;
    private static final String LINES =
            "SELECT DISTINCT m.code, ST_AsBinary(ST_Transform(h.geom, 4326)) FROM working.yol_orta_hat_yon s" + NAMED
                    + " WHERE h.geom IS NOT NULL AND" + ON;

    private static final String CARRIED =
            "registry.entry e LEFT JOIN registry.link k ON k.ended_at IS NULL AND k.level = e.level"
                    + " AND k.code = e.code WHERE (e.link_no, e.linked) IS DISTINCT FROM (k.link_no, k.local)";
    private static final String ALONE =
            "registry.local l WHERE NOT EXISTS (SELECT FROM registry.link k JOIN registry.entry e"
                    + " USING (level, code) WHERE k.ended_at IS NULL AND e.active AND k.level = l.level AND k.local = l.id)";

    private final SyncCity city;
    private final Supplier<Content> registry;
    private final List<UUID> doorsAtFirst;

    Agreement(SyncCity city, Supplier<Content> registry) {
        this.city = city;
        this.registry = registry;
        this.doorsAtFirst = doors();
    }

    void assertEqualSides() {
        assertThat(city.count(CARRIED))
                .as("rows that do not say what they are linked with")
                .isZero();
        assertThat(city.count(ALONE)).as("objects without a row").isZero();
        Content truth = registry.get();
        Map<Long, RegisteredStreet> streets = by(truth.streets(), RegisteredStreet::code);
        Map<Long, RegisteredBuilding> buildings = by(truth.buildings(), RegisteredBuilding::code);
        Map<Long, RegisteredDoor> doors = by(truth.doors(), RegisteredDoor::code);
        assertThat(ours(DOORS)).isEqualTo(counted(truth.doors(), d -> door(d, streets, buildings)));
        assertThat(ours(UNITS)).isEqualTo(counted(truth.units(), u -> unit(u, doors)));
        assertThat(ours(BUILDINGS)).isEqualTo(counted(truth.buildings(), Agreement::building));
        assertThat(ours(SIDES)).isEqualTo(sides(active(truth.streets()).toList()));
        assertThat(active(truth.streets()).flatMap(Agreement::lines).toList())
                .containsAll(ours(LINES).keySet());
    }

    private static String door(
            RegisteredDoor d, Map<Long, RegisteredStreet> streets, Map<Long, RegisteredBuilding> buildings) {
        RegisteredStreet street = Objects.requireNonNull(streets.get(d.street()));
        RegisteredBuilding building = d.building() == null ? null : buildings.get(d.building());
        Integer floors = building == null ? null : building.floorsAbove();
        return text(d.neighbourhood(), upper(street.name()), street.kind(), d.number(), d.kind(), floors)
                + places(d.position());
    }

    private static String unit(RegisteredUnit u, Map<Long, RegisteredDoor> doors) {
        RegisteredDoor door = Objects.requireNonNull(doors.get(Objects.requireNonNull(u.door())));
        return text(u.neighbourhood(), door.number(), u.number(), u.floor(), u.kind(), u.use(), u.condition())
                + places(null);
    }

    private static String building(RegisteredBuilding b) {
        return text(b.kind(), b.name(), b.floorsAbove(), b.floorsBelow()) + places(b.footprint());
    }

    private static Map<String, Integer> sides(List<RegisteredStreet> streets) {
        return counted(streets.stream()
                .flatMap(street -> street.sides().stream().map(side -> side(street, side)))
                .toList());
    }

    private static String side(RegisteredStreet street, RegisteredSide side) {
        String hand = side.side().name().equals("LEFT") ? "sol" : "sag";
        return text(street.neighbourhood(), upper(street.name()), street.kind(), hand, side.fixedCode()) + places(null);
    }

    private static Stream<String> lines(RegisteredStreet street) {
        Geometry lines = street.centreLines();
        return lines == null
                ? Stream.of()
                : Stream.iterate(0, i -> i < lines.getNumGeometries(), i -> i + 1)
                        .map(i -> text(street.neighbourhood()) + places(lines.getGeometryN(i)));
    }

    /** No door was ever ended by its own editors, so none may be missing. */
    void assertNoDoorIsMissing() {
        assertThat(doors()).containsAll(doorsAtFirst);
    }

    /** Nor did anybody else end one. */
    void assertNothingGivenUp() {
        assertNoDoorIsMissing();
        assertThat(registry.get().doors()).allMatch(d -> d.revision().active());
    }

    private List<UUID> doors() {
        return city.jdbc
                .sql("SELECT tucbs_no FROM working.numarataj")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private Map<String, Integer> ours(String sql) {
        return counted(city.jdbc
                .sql(sql)
                .query((row, n) -> row.getString(1) + places(shape(row.getBytes(2))))
                .list());
    }

    private static @Nullable Geometry shape(byte @Nullable [] wkb) {
        try {
            return wkb == null ? null : new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static <T extends RegisteredRow> Stream<T> active(Collection<T> rows) {
        return rows.stream().filter(row -> row.revision().active());
    }

    private static <T extends RegisteredRow> Map<String, Integer> counted(
            Collection<T> rows, Function<T, String> text) {
        return counted(active(rows).map(text).toList());
    }

    private static <T> Map<Long, T> by(List<T> rows, Function<T, Long> code) {
        return rows.stream().collect(Collectors.toMap(code, Function.identity()));
    }

    /** As concat_ws writes it. */
    private static String text(@Nullable Object... values) {
        return Stream.of(values).filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining("|"));
    }

    /** To the metre. */
    private static String places(@Nullable Geometry shape) {
        return shape == null
                ? " –"
                : Stream.of(shape.norm().getCoordinates())
                        .map(at -> String.format(Locale.ROOT, " %.5f %.5f", at.x, at.y))
                        .collect(Collectors.joining());
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.forLanguageTag("tr"));
    }

    private static Map<String, Integer> counted(List<String> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }
}
