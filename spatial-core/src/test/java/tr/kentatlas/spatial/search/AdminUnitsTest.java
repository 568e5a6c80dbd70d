package tr.kentatlas.spatial.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdminUnitsTest {
    private final AdminUnits units = new AdminUnits();

    @Test
    void ofTheOneDistrictThereIsEverythingIsAPart() {
        UUID district = unit("Örnekova", "ilce", null);
        UUID municipality = unit("Örnekova Belediyesi", "belediye", district);
        UUID neighbourhood = unit("Çınarlı Mahallesi", "mahalle", municipality);
        assertThat(units.of(neighbourhood).words()).isEqualTo("Çınarlı Mahallesi, Örnekova");
        assertThat(units.of(null).words()).isEqualTo("Örnekova");
        assertThat(units.of(UUID.randomUUID()).words()).isEqualTo("Örnekova");
    }

    @Test
    void withSeveralDistrictsNoneIsGuessed() {
        unit("Yukarıova", "ilce", null);
        unit("Aşağıova", "ilce", null);
        assertThat(units.of(null).words()).isEmpty();
        assertThat(units.of(unit("Dereli", "mahalle", null)).words()).isEqualTo("Dereli Mahallesi");
    }

    @Test
    void whatHasNoNeighbourhoodLiesInItsMunicipality() {
        UUID district = unit("Oberland", "ilce", null);
        unit("Unterland", "ilce", null);
        UUID municipality = unit("Vaduz", "belediye", district);
        assertThat(units.of(municipality).words()).isEqualTo("Vaduz, Oberland");
        assertThat(units.of(district).words()).isEqualTo("Oberland");
    }

    @Test
    void aVillageIsCalledOne() {
        UUID district = unit("Kemer", "ilce", null);
        assertThat(units.of(unit("Dereli", "koy", district)).words()).isEqualTo("Dereli Köyü, Kemer");
        assertThat(units.of(unit("Ovacık Köyü", "koy", district)).neighbourhood())
                .isEqualTo("Ovacık");
    }

    @Test
    void severalNeighbourhoodsShareTheirWordAndVillagesKeepTheirs() {
        var a = units.of(unit("Ayazma", "mahalle", null));
        var b = units.of(unit("Bent", "mahalle", null));
        var village = units.of(unit("Dereli", "koy", null));
        assertThat(AdminUnits.Where.titles(List.of(b, a), 3)).isEqualTo("Ayazma, Bent Mahallesi");
        assertThat(AdminUnits.Where.titles(List.of(a, b), 1)).isEqualTo("Ayazma … Mahallesi");
        assertThat(AdminUnits.Where.titles(List.of(village, a), 3)).isEqualTo("Ayazma Mahallesi, Dereli Köyü");
        assertThat(AdminUnits.Where.titles(List.of(units.of(null)), 3)).isEmpty();
    }

    @Test
    void theMunicipalityOfADistrictIsNoOtherPlace() {
        UUID district = unit("Kemer", "ilce", null);
        assertThat(units.isOfItsDistrict(unit("Kemer Belediyesi", "belediye", district)))
                .isTrue();
        assertThat(units.isOfItsDistrict(unit("Kemeraltı", "belde", district))).isFalse();
        assertThat(units.isOfItsDistrict(district)).isFalse();
    }

    @Test
    void aTownOfItsOwnIsToldBesideItsDistrict() {
        UUID district = unit("Kemer", "ilce", null);
        UUID town = unit("Göynük", "belde", district);
        assertThat(units.of(unit("Merkez", "mahalle", town)).words()).isEqualTo("Merkez Mahallesi, Göynük, Kemer");
    }

    @Test
    void whereNoDistrictIsKnownTheMunicipalityStandsForIt() {
        UUID municipality = unit("Andorra la Vella", "belediye", null);
        assertThat(units.of(municipality)).isEqualTo(new AdminUnits.Where("", "", "", "Andorra la Vella"));
    }

    @Test
    void unitsThatAreOneAnothersUpperUnitEndSomewhere() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        units.add(one, "Bir", "mahalle", other);
        units.add(other, "Öteki", "il", one);
        assertThat(units.of(one).words()).isEqualTo("Bir Mahallesi");
    }

    private UUID unit(String name, String level, @Nullable UUID parent) {
        UUID id = UUID.randomUUID();
        units.add(id, name, level, parent);
        return id;
    }
}
