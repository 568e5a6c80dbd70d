package tr.kentatlas.spatial.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurkishTextTest {
    @ParameterizedTest
    @CsvSource({
        "IĞDIR, ığdır",
        "ığdır, ığdır",
        "İZMİR, izmir",
        "I\u0307ZMI\u0307R, izmir",
        "i\u0307zmir, izmir",
        "ŞÇÖÜ, şçöü",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "STRAẞE, straße",
    })
    void caseFoldsByTurkishRules(String text, String folded) {
        assertThat(TurkishText.casefold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Kâğıthane, Kagithane",
        "İĞDIR, IGDIR",
        "Århus Ægir ß, Arhus AEgir ss",
        "g\u0306, g",
        "Łódź, Lodz",
        "Əliyev, Eliyev",
        "が, が",
    })
    void accentsFallAndCaseStays(String text, String folded) {
        assertThat(TurkishText.accentfold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"IĞDIR", "ığdır", "Iğdır", "igdir", "İĞDİR", "iğdi\u0307r"})
    void aNameIsFoundHoweverItIsTyped(String typed) {
        assertThat(TurkishText.searchKey(typed)).isEqualTo("igdir");
    }
}
