package tr.kentatlas.spatial.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorNumberTest {
    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "' 12 ', 12",
        "012, 12",
        "12A, 12A",
        "12 a, 12A",
        "1AA, 1AA",
        "12i, 12İ",
        "12ı, 12I",
        "12/1, 12/1",
        "12 / 1, 12/1",
        "12/A, 12/A",
        "12/1A, 12/1A",
        "12A/3, 12A/3",
        "10-12, 10-12",
        "12 A Blok, 12 A BLOK",
        "12A Blok, 12 A BLOK",
        "12/B blok, 12 B BLOK",
        "12/1 C BLOK, 12/1 C BLOK",
        "7 2. BLOK, 7 2 BLOK",
        "99999, 99999",
    })
    void aNumberHasOneSpelling(String written, String text) {
        assertThat(DoorNumber.parse(written)).hasValueSatisfying(number -> {
            assertThat(number.text()).isEqualTo(text);
            assertThat(number.raw()).isEqualTo(written);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "-",
                "/",
                "12/",
                "-12",
                "123456",
                "12ABC",
                "12//1",
                "12-",
                "no 12",
                "BLOK",
                "12 BLOK",
                "12345678901234567"
            })
    void whatIsNoNumberIsRefused(String written) {
        assertThat(DoorNumber.parse(written)).isEmpty();
    }

    @Test
    void numbersStandInTheOrderOfTheStreet() {
        List<String> street = List.of("2", "9", "10", "10A", "10B", "10-12", "10/1", "10/2", "10/A", "11", "100");
        List<DoorNumber> shuffled =
                new ArrayList<>(street.stream().map(DoorNumberTest::number).toList());
        Collections.shuffle(shuffled, new Random(5));
        Collections.sort(shuffled);
        assertThat(shuffled.stream().map(DoorNumber::text).filter(t -> !t.contains("/") && !t.contains("-")))
                .containsExactly("2", "9", "10", "10A", "10B", "11", "100");
        assertThat(shuffled.stream().map(DoorNumber::text).filter(t -> t.contains("/")))
                .containsExactly("10/A", "10/1", "10/2");
    }

    /** Whatever is written: a number's one spelling is a number with that same spelling, and small letters do not matter. */
    @Test
    void theOneSpellingIsAFixedPoint() {
        Random random = new Random(20);
        String letters = "0123456789/- ABÇĞIİÖŞÜabıiş.BLOK";
        int numbers = 0;
        for (int n = 0; n < 50_000; n++) {
            String written = written(random, letters);
            var parsed = DoorNumber.parse(written);
            numbers += parsed.isPresent() ? 1 : 0;
            parsed.ifPresent(
                    number -> assertThat(DoorNumber.parse(number.text()).map(DoorNumber::text))
                            .as(written)
                            .contains(number.text()));
            parsed.ifPresent(number -> assertThat(
                            DoorNumber.parse(TurkishText.casefold(written)).map(DoorNumber::text))
                    .as(written)
                    .contains(number.text()));
        }
        assertThat(numbers).isGreaterThan(1_500);
    }

    private static String written(Random random, String letters) {
        StringBuilder out = new StringBuilder(Integer.toString(random.nextInt(1, 200)));
        for (int i = random.nextInt(6); i > 0; i--) {
            out.append(letters.charAt(random.nextInt(letters.length())));
        }
        return out + (random.nextInt(10) == 0 ? " blok" : "");
    }

    private static DoorNumber number(String text) {
        return DoorNumber.parse(text).orElseThrow();
    }
}
