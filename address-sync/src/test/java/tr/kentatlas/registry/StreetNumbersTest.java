package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.memory.MemoryRegistry;
import tr.kentatlas.registry.port.Level;

/** A city that knows no codes of a registry that holds its streets under their fixed numbers (sabit tanıtım numarası). */
class StreetNumbersTest {
    private final MemoryRegistry registry = MemoryRegistry.kind();
    private SyncCity city = SyncCity.small();

    @BeforeEach
    void anotherHandPutEverythingIntoTheRegistry() {
        Sync.with(city, registry).publishAll();
        city = SyncCity.small();
    }

    @Test
    void aStreetThatIsCalledOtherwiseThereIsKnownByItsNumberAndItsNameIsAskedAbout() {
        rename("LALE", "GÜL");
        assertThat(compared()).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(ConflictKind.C11);
            assertThat(conflict.level()).isEqualTo(Level.STREET);
            assertThat(conflict.detail()).contains("Lale", "GÜL");
        });
        assertThat(city.count("registry.link WHERE level = 'door' AND ended_at IS NULL"))
                .isEqualTo(8);
    }

    @Test
    void aNameThatIsTheSameCountsBeforeANumberThatIsAnothers() {
        number("Atatürk", 500);
        number("Lale", 1);
        assertThat(compared())
                .as("the numbers themselves are asked about")
                .allSatisfy(conflict -> {
                    assertThat(conflict.kind()).isEqualTo(ConflictKind.C11);
                    assertThat(conflict.detail()).contains("\"sides\"").doesNotContain("\"label\"");
                })
                .hasSize(2);
    }

    @Test
    void aNumberThatLeadsToTwoStreetsLinksNeitherUntilAPersonHasSaidWhichIsWhich() {
        rename("LALE", "GÜL");
        rename("ATATÜRK", "ÇINAR");
        number("Lale", firstNumber("Lale"), firstNumber("Atatürk"));
        Conflict cinar = streetsInTheWest(compared()).getFirst();
        assertThat(cinar.kind()).isEqualTo(ConflictKind.C16);
        assertThat(linkedStreets()).isZero();
        Verdict itIsAtaturk = new Verdict.Link(ours("Atatürk"), null, "tabelaya bakıldı");
        Sync.with(city, registry).verdicts.decide(cinar.number(), itIsAtaturk, Sync.BY, () -> {});
        assertThat(streetsInTheWest(Sync.with(city, registry).compared()))
                .as("what is left has one candidate only")
                .extracting(Conflict::kind)
                .containsExactly(ConflictKind.C11, ConflictKind.C11);
        assertThat(linkedStreets()).isEqualTo(2);
    }

    private UUID ours(String street) {
        return city.jdbc
                .sql("SELECT id FROM registry.local WHERE level = 'street' AND label = ? AND neighbourhood = ?")
                .params(street, SyncCity.WEST)
                .query(UUID.class)
                .single();
    }

    private int firstNumber(String street) {
        return city.jdbc
                .sql(
                        "SELECT min(s.fixed_code::int) FROM registry.local_side s JOIN working.yol r ON r.tucbs_no = s.road"
                                + " WHERE r.ad = ? AND s.neighbourhood = ?")
                .params(street, SyncCity.WEST)
                .query(Integer.class)
                .single();
    }

    private static List<Conflict> streetsInTheWest(List<Conflict> all) {
        return all.stream()
                .filter(c -> c.level() == Level.STREET && c.neighbourhood() == SyncCity.WEST)
                .toList();
    }

    private long linkedStreets() {
        return city.count("registry.link k JOIN registry.entry e USING (level, code) WHERE k.level = 'street'"
                + " AND k.ended_at IS NULL AND e.neighbourhood = " + SyncCity.WEST);
    }

    private List<Conflict> compared() {
        Sync sync = Sync.with(city, registry);
        sync.pull();
        return sync.compared();
    }

    private void rename(String name, String other) {
        registry.change((truth, revision) ->
                truth.streets.replaceAll((code, s) -> s.name().equals(name) ? truth.with(s, other, revision) : s));
    }

    /** Gives the sides of a street in the west these fixed numbers, or one after the other from the only one. */
    private void number(String street, int... numbers) {
        List<UUID> sides = city.jdbc
                .sql(
                        "SELECT s.id FROM registry.local_side s JOIN working.yol r ON r.tucbs_no = s.road WHERE r.ad = ? AND s.neighbourhood = ?"
                                + " ORDER BY s.fixed_code")
                .params(street, SyncCity.WEST)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        for (int i = 0; i < sides.size(); i++) {
            int number = numbers.length > i ? numbers[i] : numbers[0] + i;
            city.edit("yol_orta_hat_yon", sides.get(i), "tanitim_kodu", Integer.toString(number));
        }
    }
}
