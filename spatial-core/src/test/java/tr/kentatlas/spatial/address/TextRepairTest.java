package tr.kentatlas.spatial.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {"ŞİŞLİ IŞIK ÇAĞ ÖĞÜT", "çığ öğüş", "İĞDE"})
    void turkishReadAsWesternComesBack(String meant) {
        assertThat(TextRepair.repair(new String(meant.getBytes(Charset.forName("windows-1254")), WESTERN)))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Işık", "şarkı", "Çiğdem", "öğüt ÜÇ ÖZ", "İstanbul"})
    void utf8ReadAsWesternComesBack(String meant) {
        assertThat(TextRepair.repair(new String(meant.getBytes(StandardCharsets.UTF_8), WESTERN)))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Işık Sokağı", "Kâğıthane", "DOĞU KENT", "343/1", "naïve café"})
    void aSoundTextStays(String text) {
        assertThat(TextRepair.repair(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "DOĞU  KENT, doğu kent, true",
        "ILICA, ilica, true",
        "GÜMÜŞÇEŞME, GÜMÜSÇESME, true",
        "GÜL, GÖL, false",
    })
    void namesAreComparedWithoutMarksAndCapitals(String one, String other, boolean same) {
        assertThat(AddressKey.of(one).equals(AddressKey.of(other))).isEqualTo(same);
    }

    @Test
    void capitalsFollowTurkishRules() {
        assertThat(TurkishText.upper("ığdır istanbul i\u0307")).isEqualTo("IĞDIR İSTANBUL İ");
    }
}
