package tr.kentatlas.spatial.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Invented addresses in many spellings: what was put in comes out. */
class AddressRoundTripTest {
    private static final List<String> NAMES = List.of(
            "Atatürk",
            "Işık",
            "İnönü",
            "IĞDIR",
            "Çınarlı",
            "Şehit Öğretmen",
            "Gül",
            "Yeşil Irmak",
            "Üç Kuyu",
            "iskele",
            "1453",
            "343/1");
    private static final List<String> STREETS = List.of("Sok.", "SOKAĞI", "sk", "sokak", "Sk.", "sokağı");
    private static final List<String> QUARTERS = List.of("Mah.", "MAHALLESİ", "mh.", "mahallesi", "mahalle");
    private static final List<String> DOORS = List.of("12", "12A", "12/A", "10-12", "7");

    private final Random random = new Random(7);

    @Test
    void whatWasWrittenComesOut() {
        for (int n = 0; n < 4_000; n++) {
            Map<AddressPart, String> parts = parts();
            String written = write(parts);
            ParsedAddress address = AddressParser.parse(written);
            assertThat(texts(address)).as(written).isEqualTo(parts);
            assertThat(address.rest()).as(written).isEmpty();
        }
    }

    @Test
    void theNormalFormIsReadAsTheSameAddress() {
        for (int n = 0; n < 4_000; n++) {
            ParsedAddress once = AddressParser.parse(write(parts()));
            ParsedAddress again = AddressParser.parse(once.normalized());
            assertThat(texts(again)).as(once.normalized()).isEqualTo(texts(once));
            assertThat(again.street()).isEqualTo(once.street());
            assertThat(again.normalized()).isEqualTo(once.normalized());
        }
    }

    /** No text at all makes the parser fail or lose a word that is not a telephone number: words that name a part are that part. */
    @Test
    void anyTextIsTakenAndNoWordOfItIsLost() {
        String letters = "abcıİIğ 0123456789.,:/-()' mahsoknokatdblok\u202e\u0307ÝÄ±\u00a0";
        for (int n = 0; n < 10_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            ParsedAddress address = AddressParser.parse(text.toString());
            assertThat(address.confidence()).as(text.toString()).isBetween(0.0, 1.0);
            String kept = letters(String.join(" ", texts(address).values()) + " " + address.rest());
            assertThat(Tokens.of(text.toString()))
                    .as(text.toString())
                    .filteredOn(token -> token.word().isEmpty())
                    .allSatisfy(token -> assertThat(kept).contains(letters(token.text())));
        }
    }

    private static String letters(String text) {
        return TurkishText.searchKey(text).replaceAll("[^a-z]", "");
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        String letters = "ıIiİ\u0307ğĞşŞâÂîÎûÛ \u00a0çÇöÖüÜÝþaZ-/1";
        for (int n = 0; n < 10_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String key = AddressKey.of(text.toString());
            assertThat(AddressKey.of(key)).isEqualTo(key);
            assertThat(AddressKey.of(TurkishText.upper(text.toString()))).isEqualTo(key);
            assertThat(AddressKey.of(TurkishText.casefold(text.toString()))).isEqualTo(key);
        }
    }

    private Map<AddressPart, String> parts() {
        Map<AddressPart, String> parts = new LinkedHashMap<>();
        parts.put(AddressPart.NEIGHBOURHOOD, pick(NAMES.subList(0, 10)));
        parts.put(AddressPart.STREET, pick(NAMES));
        parts.put(AddressPart.DOOR, pick(DOORS));
        if (random.nextBoolean()) {
            parts.put(AddressPart.FLOOR, Integer.toString(random.nextInt(1, 9)));
        }
        if (random.nextBoolean()) {
            parts.put(AddressPart.UNIT, Integer.toString(random.nextInt(1, 40)));
        }
        return parts;
    }

    private String write(Map<AddressPart, String> parts) {
        String gap = pick(List.of(" ", ", ", "  ", " - "));
        String floor = parts.get(AddressPart.FLOOR);
        String unit = parts.get(AddressPart.UNIT);
        return parts.get(AddressPart.NEIGHBOURHOOD) + " " + pick(QUARTERS) + gap + parts.get(AddressPart.STREET) + " "
                + pick(STREETS) + gap + pick(List.of("No:", "no ", "NO: ", "No.", "numara "))
                + parts.get(AddressPart.DOOR)
                + (floor == null ? "" : gap + pick(List.of("Kat:", "K:", "kat ", "K.")) + floor)
                + (unit == null ? "" : gap + pick(List.of("Daire:", "D:", "daire ", "D.", "d ")) + unit);
    }

    private static Map<AddressPart, String> texts(ParsedAddress address) {
        Map<AddressPart, String> texts = new LinkedHashMap<>();
        address.parts().forEach((part, found) -> texts.put(part, found.text()));
        return texts;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
