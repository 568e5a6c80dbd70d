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
import java.util.function.Predicate;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.memory.Truth;

/** Compares both sides with the test's own eyes: without links, by what a reader of addresses would see. */
final class Agreement {
    private static final String DOORS =
            "SELECT m.code || '|' || upper(r.ad COLLATE \"tr-x-icu\") || '|' || r.tip || '|' || d.kapi_no"
                    + " || '|' || coalesce(b.kat_ustu::text, '') FROM working.numarataj d"
                    + " JOIN working.yol_orta_hat_yon s ON s.tucbs_no = d.yon JOIN working.yol_orta_hat h ON h.tucbs_no = s.orta_hat"
                    + " JOIN working.yol r ON r.tucbs_no = h.yol JOIN registry.neighbourhood m ON m.id = s.mahalle"
                    + " LEFT JOIN working.bina b ON b.tucbs_no = d.bina";
    private static final String UNITS =
            "SELECT m.code || '|' || d.kapi_no || '|' || coalesce(u.ic_kapi_no, '') || '|' || coalesce(u.kat_no::text, '')"
                    + " FROM working.bagimsiz_bolum u JOIN working.numarataj d ON d.tucbs_no = u.numarataj"
                    + " JOIN working.yol_orta_hat_yon s ON s.tucbs_no = d.yon JOIN registry.neighbourhood m ON m.id = s.mahalle";

    private static final String CARRIED =
            "registry.entry e LEFT JOIN registry.link k ON k.ended_at IS NULL AND k.level = e.level"
                    + " AND k.code = e.code WHERE (e.link_no, e.linked) IS DISTINCT FROM (k.link_no, k.local)";

    private final SyncCity city;
    private final MemoryRegistry registry;
    private final List<UUID> doorsAtFirst;

    Agreement(SyncCity city, MemoryRegistry registry) {
        this.city = city;
        this.registry = registry;
        this.doorsAtFirst = doors();
    }

    void assertEqualSides() {
        assertThat(city.count(CARRIED))
                .as("rows that do not say what they are linked with")
                .isZero();
        Truth truth = registry.truth();
        assertThat(counted(local(DOORS)))
                .isEqualTo(counted(rows(truth.doors.values(), d -> d.revision().active(), d -> {
                    var street = Objects.requireNonNull(truth.streets.get(d.street()));
                    var building = d.building() == null ? null : truth.buildings.get(d.building());
                    Integer floors = building == null ? null : building.floorsAbove();
                    return d.neighbourhood() + "|" + upper(street.name()) + "|" + street.kind() + "|" + d.number() + "|"
                            + (floors == null ? "" : floors);
                })));
        assertThat(counted(local(UNITS)))
                .isEqualTo(counted(rows(truth.units.values(), u -> u.revision().active(), u -> {
                    var door = Objects.requireNonNull(truth.doors.get(Objects.requireNonNull(u.door())));
                    return u.neighbourhood() + "|" + door.number() + "|" + (u.number() == null ? "" : u.number()) + "|"
                            + (u.floor() == null ? "" : u.floor());
                })));
        assertThat(city.count("working.bina"))
                .isEqualTo(truth.buildings.values().stream()
                        .filter(b -> b.revision().active())
                        .count());
        assertThat(city.count("registry.local WHERE level = 'street'"))
                .isEqualTo(truth.streets.values().stream()
                        .filter(s -> s.revision().active())
                        .count());
    }

    /** No door was ever ended by its own editors, so none may be missing. */
    void assertNothingGivenUp() {
        assertThat(doors()).containsAll(doorsAtFirst);
        assertThat(registry.truth().doors.values()).allMatch(d -> d.revision().active());
    }

    private List<UUID> doors() {
        return city.jdbc
                .sql("SELECT tucbs_no FROM working.numarataj")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<String> local(String sql) {
        return city.jdbc.sql(sql).query((row, n) -> row.getString(1)).list();
    }

    private static <T> List<String> rows(Collection<T> rows, Predicate<T> active, Function<T, String> text) {
        return rows.stream().filter(active).map(text).toList();
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
