package tr.kentatlas.spatial.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** What comes before what in a city as large ones are: many streets with the names of things, many things without a name. */
class PlaceRankingTest {
    private static final Position HERE = new Position(32.9, 39.9);
    private static final PlaceIndex CITY = WrittenCity.of(places());

    @ParameterizedTest
    @CsvSource({"park", "PARK", "parklar", "parks"})
    void aBareKindListsItsPlacesByDistanceWhateverStreetsAreCalledSo(String typed) {
        assertThat(titles(typed, 4)).containsExactly("Ayva Parkı", "Park", "Millet Bahçesi", "Elma Parkı");
    }

    @ParameterizedTest
    @CsvSource({
        "okul,Gül İlkokulu",
        "school,Gül İlkokulu",
        "ptt,Çarşı Şubesi",
        "postane,Çarşı Şubesi",
        "potane,Çarşı Şubesi"
    })
    void whatIsOfAKindComesBeforeStreetsThatAreNamedSo(String typed, String first) {
        assertThat(titles(typed, 1)).containsExactly(first);
    }

    @Test
    void aNeighbourhoodComesBeforeAKindAndAStreetBeforeAStopOfItsName() {
        assertThat(titles("eczane", 2)).containsExactly("Eczane Mahallesi", "Lale Eczanesi");
        assertThat(titles("çınarlı", 3)).containsExactly("Çınarlı Mahallesi", "Çınarlı Caddesi", "Çınarlı");
    }

    @ParameterizedTest
    @CsvSource({
        "çınarlı caddesi migros karşısı,Çınarlı Caddesi",
        "çınarlı cadesi bakkalın arkası,Çınarlı Caddesi",
        "lale eczanesi üstü ikinci daire,Lale Eczanesi",
        "çınarlı caddesi no 12 migros karşısı,Çınarlı Caddesi No: 12",
        "çınarlı caddesi 12 lale eczanesi yanı,Çınarlı Caddesi No: 12"
    })
    void wordsTheCityDoesNotKnowAreLeftOut(String typed, String first) {
        PlaceIndex.Answer answer = CITY.search(SearchQuestion.of(typed), HERE, 1);
        assertThat(answer.places()).extracting(Place::title).containsExactly(first);
        assertThat(answer.isLoose()).isTrue();
    }

    @Test
    void ofThreeWordsTwoMustFitWhateverKindOfPlaceItIs() {
        assertThat(titles("elma parkı migros", 9)).containsExactly("Elma Parkı");
        assertThat(titles("çınarlı caddesi migros", 9)).containsExactly("Çınarlı Caddesi");
    }

    @ParameterizedTest
    @CsvSource({
        "elma parkı eczane,Lale Eczanesi",
        "eczane çınarlı caddesi,Lale Eczanesi",
        "gül ilkokulu en yakın park,Elma Parkı",
        "çarşı şubesi parklar,Elma Parkı",
        "çınarlı mahallesi en yakın postane,Çarşı Şubesi",
        "çınarlı postane,Çarşı Şubesi",
        "park çınarlı mah.,Ayva Parkı"
    })
    void aKindIsFoundAroundThePlaceThatIsNamedWithIt(String typed, String first) {
        assertThat(titles(typed, 1)).containsExactly(first);
    }

    @Test
    void aFlatsOuterDoorComesBeforeOthersOfItsNumber() {
        assertThat(titles("çınarlı caddesi 12/3", 1)).containsExactly("Çınarlı Caddesi No: 12");
        assertThat(titles("çınarlı caddesi 12/B", 1)).containsExactly("Çınarlı Caddesi No: 12/B");
    }

    @ParameterizedTest
    @CsvSource({"migros karşısı", "no 12 bakkalın arkası", "caddesi sokağı migros"})
    void whereNoWordTellsAnythingNothingIsFound(String typed) {
        assertThat(titles(typed, 1)).noneMatch(title -> title.contains("Çınarlı"));
    }

    private static List<String> titles(String typed, int limit) {
        return CITY.search(SearchQuestion.of(typed), HERE, limit).places().stream()
                .map(Place::title)
                .toList();
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            for (String name : List.of("Park", "Okul", "Ptt", "Postane", "Eczane")) {
                places.add(WrittenCity.street(name + " Sokak", i));
            }
        }
        places.add(WrittenCity.place("park", "Park", "Park", "Ayva Parkı", 30));
        places.add(WrittenCity.place("park", "Park", "Park", "Park", 31));
        places.add(WrittenCity.place("park", "Park", "Park", "Millet Bahçesi", 32));
        places.add(WrittenCity.place("park", "Park", "Park", "Elma Parkı", 33));
        places.add(WrittenCity.place("ilkokul", "İlkokul", "Primary school", "Gül İlkokulu", 34));
        places.add(WrittenCity.place("ptt", "PTT", "Post office", "Çarşı Şubesi", 35));
        places.add(WrittenCity.place("eczane", "Eczane", "Pharmacy", "Lale Eczanesi", 36));
        places.add(WrittenCity.place("durak", "Toplu taşıma durağı", "Public transport stop", "Çınarlı", 1));
        places.add(WrittenCity.mahalle("Çınarlı Mahallesi", 37));
        places.add(WrittenCity.mahalle("Eczane Mahallesi", 38));
        places.add(WrittenCity.street("Çınarlı Caddesi", 39));
        places.add(WrittenCity.door("Çınarlı Caddesi", "12", 40));
        places.add(WrittenCity.door("Çınarlı Caddesi", "12/1", 2));
        places.add(WrittenCity.door("Çınarlı Caddesi", "12/B", 3));
        return places;
    }
}
