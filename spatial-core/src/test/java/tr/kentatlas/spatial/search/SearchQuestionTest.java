package tr.kentatlas.spatial.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQuestionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "atatürk cd 12/a | 12a",
                "atatürk cd no: 12-A | 12a",
                "atatürk cd 12 a | 12a",
                "atatürk caddesi no:29/1 | 29/1",
                "15 temmuz caddesi 8 | 8",
                "1453. sokak 3 | 3",
                "akasya sk 5 daire 7 | 5",
                "akasya sk 32-34 kat 2 | 32-34",
                "No: 12 Atatürk Caddesi | 12",
                "kapı no:12/a, atatürk cd. | 12a",
                "no 12 atatürk caddesi çınarlı | 12",
                "No:12 D:3 Atatürk Cad. | 12"
            })
    void aDoorNumberIsUnderstood(String typed, String door) {
        assertThat(SearchQuestion.of(typed))
                .isInstanceOfSatisfying(
                        SearchQuestion.Door.class,
                        found -> assertThat(found.door()).isEqualTo(door));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15 temmuz", "1453 sokak", "1453. sk", "100. yıl bulvarı", "19 mayıs mahallesi"})
    void aNumberInANameIsNoDoor(String typed) {
        assertThat(SearchQuestion.of(typed)).isInstanceOf(SearchQuestion.Words.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nöbetçi eczane",
                "NÖBETÇİ ECZANELER",
                "nobetci",
                "nöbet",
                "bugün nöbetçi eczane",
                "nöbetçi eczane nerede",
                "nöbetçi eczane bugün",
                "en yakın nöbetçi eczane",
                "şu an açık olan nöbetçi eczaneler",
                "eczane nöbet",
                "nobtci eczane",
                "duty pharmacy",
                "pharmacy on duty",
                "where is the nearest pharmacy on duty?"
            })
    void dutyIsUnderstood(String typed) {
        assertThat(SearchQuestion.of(typed)).isEqualTo(new SearchQuestion.Duty(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "açık eczane",
                "AÇIK ECZANELER",
                "şu an açık eczane",
                "open pharmacy near me",
                "24 saat açık eczane"
            })
    void whoIsOpenIsAnotherQuestionThanWhoIsOnDuty(String typed) {
        assertThat(SearchQuestion.of(typed)).isEqualTo(new SearchQuestion.Open(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cumhuriyet mahallesi nöbetçi eczane | cumhuriyet mahallesi",
                "nöbetçi eczane Çınarlı mah. | cinarli mah",
                "Çınarlı'da nöbetçi eczane | cinarli",
                "atatürk cd yakınında nöbetçi eczaneler | ataturk cd",
                "pharmacy on duty in Çınarlı | cinarli"
            })
    void whereADutyIsAskedForIsKept(String typed, String place) {
        assertThat(SearchQuestion.of(typed)).isEqualTo(new SearchQuestion.Duty(place));
        assertThat(SearchQuestion.of(typed.replace("nöbetçi", "açık").replace("on duty", "open")))
                .isEqualTo(new SearchQuestion.Open(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nöbetçi sokak", "nobel kitabevi", "açık otopark", "gül eczanesi", "nobel eczanesi"})
    void whatOnlyLooksLikeDutyIsWords(String typed) {
        assertThat(SearchQuestion.of(typed)).isInstanceOf(SearchQuestion.Words.class);
    }

    @ParameterizedTest
    @CsvSource({"12 cumhuriyet caddesi,12", "12/A atatürk blv.,12a", "15 temmuz caddesi,15", "5 ada sokak,5"})
    void aNumberBeforeAStreetIsItsDoorOrItsName(String typed, String door) {
        assertThat(SearchQuestion.of(typed))
                .isInstanceOfSatisfying(
                        SearchQuestion.NumberFirst.class,
                        found -> assertThat(found.door()).isEqualTo(door));
    }

    @Test
    void twoNumbersAreAParcelOrAStreet() {
        assertThat(SearchQuestion.of("2469 / 2")).isEqualTo(new SearchQuestion.TwoNumbers("2469", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "en yakın park,park",
        "nearest library,library",
        "eczane near me,eczane",
        "yakınımdaki hastane,hastane",
        "en yakın park nerede,park",
        "Where is the nearest library?,library",
        "Çınarlı mahallesi en yakın park,cinarli mahallesi park"
    })
    void nearestIsUnderstood(String typed, String what) {
        assertThat(SearchQuestion.of(typed)).isEqualTo(new SearchQuestion.Nearest(what));
    }

    @ParameterizedTest
    @CsvSource({
        "123 ada 4 parsel,123,4",
        "ada 123 parsel 4,123,4",
        "123 ada 4,123,4",
        "cumhuriyet mah 123 ada 4 parsel,123,4",
        "123 nolu ada 4 nolu parsel,123,4",
        "'123 no''lu ada, 4 no''lu parsel',123,4",
        "123 numaralı ada 4 numaralı parsel,123,4",
        "123 ada 4 nolu parsel,123,4",
        "parsel 4 ada 123,123,4",
        "'Parsel No: 4, Ada No: 123',123,4",
        "4 nolu parsel 123 ada,123,4",
        "ada/parsel: 123/4,123,4",
        "123/4 ada parsel,123,4",
        "123. ada 4. parsel,123,4",
        "123 ada parsel 4,123,4",
        "'ada 123, 4 parsel',123,4",
        "ada 123,123,",
        "123 nolu ada,123,"
    })
    void aParcelIsUnderstood(String typed, String block, @Nullable String parcel) {
        assertThat(SearchQuestion.of(typed)).isInstanceOfSatisfying(SearchQuestion.Parcel.class, found -> {
            assertThat(found.block()).isEqualTo(block);
            assertThat(found.parcel()).isEqualTo(parcel);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Çınarlı Mahallesi 123 nolu ada 4 nolu parsel | cinarli mahallesi",
                "123 ada 4 parsel Çınarlı mah. | cinarli mah.",
                "G22A pafta 123 ada 4 parsel, Çınarlı | , cinarli",
                "Çınarlı pafta: G22-a-12, ada: 123, parsel: 4 | cinarli  ,"
            })
    void beyondAParcelItsPlaceIsLeft(String typed, String place) {
        assertThat(SearchQuestion.of(typed)).isEqualTo(new SearchQuestion.Parcel("123", "4", place));
    }

    @Test
    void whatNobodyTypesOnPurposeIsDropped() {
        assertThat(SearchQuestion.clean("  a\u0000b\u202e c\u200f\t\n ")).isEqualTo("a b c");
    }

    /** Whatever is typed is understood as something. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingTypedBreaksIt(long seed) {
        Random random = new Random(seed);
        String letters = "ab1 2/.:-ıİşğ ada parsel no sokak نص\u202e'\"%_\\()*?~";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
            assertThat(SearchQuestion.of(SearchQuestion.clean(text.toString()))).isNotNull();
        }
    }
}
