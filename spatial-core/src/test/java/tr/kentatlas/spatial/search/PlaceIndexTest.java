package tr.kentatlas.spatial.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

class PlaceIndexTest {
    private static final SearchedCity CITY = SearchedCity.SHARED;

    /** What people type, and what they mean. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "örnekova | Örnekova",
                "ornekova ilcesi | Örnekova",
                "cumhuriyet | Cumhuriyet Mahallesi",
                "CUMHURİYET | Cumhuriyet Mahallesi",
                "cumhuriyet mah. | Cumhuriyet Mahallesi",
                "cum | Cumhuriyet Mahallesi",
                "isiktepe | Işıktepe Mahallesi",
                "ışıktepe mh | Işıktepe Mahallesi",
                "kultur mahallesi | Kültür Mahallesi",
                "cumhuriyet caddesi | Cumhuriyet Caddesi",
                "cumhuriyet cd | Cumhuriyet Caddesi",
                "Cumhuriyet Cad. | Cumhuriyet Caddesi",
                "cumhuriyet cadesi | Cumhuriyet Caddesi",
                "cumhuriyte caddesi | Cumhuriyet Caddesi",
                "atatürk bulvarı | Atatürk Bulvarı",
                "ataturk blv | Atatürk Bulvarı",
                "ATATÜRK BULVARI | Atatürk Bulvarı",
                "atatur | Atatürk Bulvarı",
                "atatrük bulvari | Atatürk Bulvarı",
                "istiklal blv | İstiklal Bulvarı",
                "İSTİKLAL | İstiklal Bulvarı",
                "mevlana meydani | Mevlana Meydanı",
                "fatih cd | Fatih Caddesi",
                "1402 sokak | 1402 Sokak",
                "1402. sk | 1402 Sokak",
                "lale camii | Lale Camii",
                "LALE CAMİİ | Lale Camii",
                "lale cami | Lale Camii",
                "ardıç eczanesi | Ardıç Eczanesi",
                "ardic eczane | Ardıç Eczanesi",
                "kale eczahanesi | Kale Eczanesi",
                "belediye | Örnekova Belediyesi Hizmet Binası",
                "belediye binası | Örnekova Belediyesi Hizmet Binası",
                "town hall | Örnekova Belediyesi Hizmet Binası",
                "kaymakamlık | Örnekova Kaymakamlığı",
                "adliye | Örnekova Adliyesi",
                "devlet hastanesi | Arıcı Devlet Hastanesi",
                "hospital | Arıcı Devlet Hastanesi",
                "kütüphane | Defne Halk Kütüphanesi",
                "library | Defne Halk Kütüphanesi",
                "vergi dairesi | Gürgen Vergi Dairesi",
                "otogar | Bakırcı Otogarı",
                "anadolu lisesi | Kervan Anadolu Lisesi",
                "itfaiye | Papatya İtfaiye İstasyonu",
                "zabıta | Marangoz Zabıta Karakolu",
                "muhtarlık | Cumhuriyet Mahallesi Muhtarlığı",
                "noter | Örnekova 1. Noterliği",
                "ayva parkı | Ayva Parkı",
                "112 ada 10 parsel | 112 ada 10 parsel",
                "ada 112 parsel 10 | 112 ada 10 parsel",
                "ada: 112, parsel: 10 | 112 ada 10 parsel",
                "112/10 | 112 ada 10 parsel",
                "112 nolu ada 10 nolu parsel | 112 ada 10 parsel",
                "parsel 10 ada 112 | 112 ada 10 parsel",
                "112/10 parsel | 112 ada 10 parsel",
            })
    void whatPeopleMeanComesFirst(String typed, String meant) {
        assertThat(CITY.first(typed).title()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"%s %s", "%s No: %s", "%s no %s", "%s, %s daire 5", "%s kapı no:%s", "%s numara %s"})
    void aDoorIsFoundHoweverItsNumberIsWritten(String pattern) {
        Place door = anyDoor();
        String street = text(door, "street");
        Place found = CITY.first(pattern.formatted(street, text(door, "door")));
        assertThat(found.sort()).isEqualTo(Place.Sort.ADDRESS);
        assertThat(text(found, "street")).isEqualTo(street);
        assertThat(text(found, "door")).isEqualTo(text(door, "door"));
    }

    @Test
    void aStreetAnswersForADoorItHasNot() {
        assertThat(CITY.first("Atatürk Bulvarı 9999").title()).isEqualTo("Atatürk Bulvarı");
    }

    @Test
    void ofWhatIsEquallyGoodTheNearestComesFirst() {
        Place pharmacy = CITY.first("Karanfil Eczanesi");
        Position beside = new Position(pharmacy.longitude(), pharmacy.latitude());
        List<Place> found =
                CITY.index.search(SearchQuestion.of("eczane"), beside, 10).places();
        assertThat(found).allMatch(place -> place.code().equals("eczane"));
        assertThat(found.get(0)).isEqualTo(pharmacy);
        assertThat(CITY.index.nearest("eczane", beside, 1)).containsExactly(pharmacy);
        assertThat(CITY.index
                        .search(SearchQuestion.of("en yakın eczane"), beside, 1)
                        .places())
                .containsExactly(pharmacy);
    }

    @Test
    void aParcelIsFoundByAnyPointInIt() {
        Place parcel = CITY.first("112 ada 10 parsel");
        Position inside = new Position(parcel.longitude(), parcel.latitude());
        assertThat(CITY.index.parcelAt(inside)).contains(parcel);
        assertThat(CITY.index.atPath(parcel.path())).containsExactly(parcel);
        assertThat(CITY.index.neighbourhoodAt(inside)).isPresent();
        assertThat(Objects.requireNonNull(parcel.parcel()).zoning())
                .isNotEmpty()
                .allMatch(decision -> decision.share() > 0);
    }

    @Test
    void dutyChangesAtItsHour() {
        DutyTurn first =
                CITY.index.nextDuty(Instant.parse("2000-01-01T00:00:00Z")).get(0);
        assertThat(CITY.index.onDuty(first.from().minusMillis(1))).isEmpty();
        assertThat(CITY.index.onDuty(first.from())).contains(first);
        assertThat(CITY.index.onDuty(first.until().minusMillis(1))).contains(first);
        assertThat(CITY.index.onDuty(first.until())).doesNotContain(first);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(CITY.index.search(SearchQuestion.of("zzqqxx"), null, 5).places())
                .isEmpty();
        assertThat(CITY.index.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void noCardHoldsWhatIsNotPublic() throws IOException {
        String everything;
        try (Stream<Path> files = Files.walk(CITY.folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            everything = all.toString();
        }
        assertThat(everything).doesNotContain("tasinmaz", "adresNo", "maks_kimlik", "olusturan", "uavt");
    }

    /** What people call a kind of place, whatever its code list calls it. */
    @ParameterizedTest
    @CsvSource({
        "otobüs durağı,durak",
        "bus stop,durak",
        "otobüs,durak",
        "karakol,polisMerkezi",
        "polis karakolu,polisMerkezi",
        "gas station,akaryakit",
        "benzinlik,akaryakit",
        "petrol,akaryakit",
        "restoran,lokanta",
        "parking,parking",
        "en yakın benzinlik,akaryakit"
    })
    void aKindIsFoundByItsEverydayName(String typed, String code) {
        assertThat(CITY.first(typed).code()).isEqualTo(code);
        assertThat(CITY.index.search(SearchQuestion.of(typed), null, 1).isLoose())
                .isFalse();
    }

    @Test
    void aParcelOfANeighbourhoodThatIsNotThereIsSaidToBeLoose() {
        Place parcel = CITY.first("112 ada 10 parsel");
        String its = Objects.requireNonNull(parcel.parcel()).neighbourhood();
        assertThat(search(its + " mahallesi 112 ada 10 parsel"))
                .isEqualTo(new PlaceIndex.Answer(List.of(parcel), false));
        assertThat(search("112 ada 10 parsel " + its + " mah.").isLoose()).isFalse();
        assertThat(search("Örnekova " + its + " mah 112/10 parsel").isLoose()).isFalse();
        assertThat(search("örnek mahallesi 112 ada 10 parsel").isLoose()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"%s Mah. 112/10", "%s 112/10", "%s mahallesi 112 / 10", "Örnekova %s mh 112/10"})
    void aParcelIsFoundBehindItsNeighbourhoodAsPeopleWriteIt(String written) {
        Place parcel = CITY.first("112 ada 10 parsel");
        String its = Objects.requireNonNull(parcel.parcel()).neighbourhood();
        PlaceIndex.Answer answer = search(written.formatted(its));
        assertThat(answer.places().get(0)).isEqualTo(parcel);
        assertThat(answer.isLoose()).isFalse();
    }

    @Test
    void whatIsCalledADoorIsNoParcel() {
        Place parcel = CITY.first("112 ada 10 parsel");
        String its = Objects.requireNonNull(parcel.parcel()).neighbourhood();
        assertThat(search(its + " mah. no: 112/10").places()).doesNotContain(parcel);
    }

    private static PlaceIndex.Answer search(String typed) {
        return CITY.index.search(SearchQuestion.of(typed), null, 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%s %s No:%s Kat:2 D:3 Ilıca/Rize",
                "%s, %s, Gül Apt. B Blok No: %s Daire: 7, 53000 Rize",
            })
    void aWholeAddressIsFoundAsItIsCopiedFromALetter(String pattern) {
        Place door = anyDoor();
        String neighbourhood = door.where().split(",", 2)[0];
        Place found = CITY.first(pattern.formatted(neighbourhood, text(door, "street"), text(door, "door")));
        assertThat(text(found, "street")).isEqualTo(text(door, "street"));
        assertThat(text(found, "door")).isEqualTo(text(door, "door"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", "No: %s %s", "kapı no %s, %s"})
    void aDoorMayComeBeforeItsStreet(String pattern) {
        Place door = anyDoor();
        Place found = CITY.first(pattern.formatted(text(door, "door"), text(door, "street")));
        assertThat(text(found, "street")).isEqualTo(text(door, "street"));
        assertThat(text(found, "door")).isEqualTo(text(door, "door"));
    }

    @Test
    void everyRestrictionIsNamedByItsLawAndCoversWhatItsAreasCoverTogether() {
        List<Place> parcels = CITY.index.around(Place.Sort.PARCEL, new Position(32.9, 39.9), 50_000, 20_000);
        List<ParcelFacts.Restriction> all = parcels.stream()
                .flatMap(place -> Objects.requireNonNull(place.parcel()).restrictions().stream())
                .toList();
        assertThat(all).isNotEmpty().allSatisfy(one -> {
            assertThat(one.name().tr()).isNotBlank().isNotEqualTo(one.name().en());
            assertThat(one.share()).isBetween(0.01, 1.0);
        });
        assertThat(all.stream().mapToDouble(ParcelFacts.Restriction::share).sum())
                .isCloseTo(restrictedByLaw(), within(0.5));
    }

    /** The same, counted another way: law by law, all its areas as one. */
    private static double restrictedByLaw() {
        return JdbcClient.create(CITY.owner).sql("""
                        WITH law AS (SELECT l.law, ST_Union(ST_MakeValid(k.geom)) AS geom
                                       FROM working.plan_kisitlama k, unnest(k.sinirlayici_mevzuat) l (law)
                                      WHERE ST_Dimension(k.geom) = 2 GROUP BY 1)
                        SELECT sum(ST_Area(ST_Intersection(ST_MakeValid(p.geom), law.geom)) / ST_Area(p.geom))
                          FROM working.parsel p JOIN law ON ST_Intersects(p.geom, law.geom)
                         WHERE ST_Area(ST_Intersection(ST_MakeValid(p.geom), law.geom)) >= 0.01 * ST_Area(p.geom)
                        """).query(Double.class).single();
    }

    @Test
    void aMissingIndexIsBuiltAgain() {
        PlaceIndexFolder elsewhere = new PlaceIndexFolder(CITY.folder.resolve("elsewhere"));
        assertThat(elsewhere.find(CITY.edition)).isEmpty();
        try (PlaceIndex built = elsewhere.open(CITY.edition, CITY.owner)) {
            assertThat(built.stamp()).isEqualTo(CITY.index.stamp());
            assertThat(built.kinds()).isEqualTo(CITY.index.kinds());
        }
    }

    private static Place anyDoor() {
        Place street = CITY.first("Atatürk Bulvarı");
        return CITY
                .index
                .around(Place.Sort.ADDRESS, new Position(street.longitude(), street.latitude()), 5_000, 2_000)
                .stream()
                .filter(door -> text(door, "street").equals("Atatürk Bulvarı"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Place place, String key) {
        var fact = place.fact(key);
        return fact == null ? "" : fact.tr();
    }
}
