package tr.kentatlas.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void numbersHaveTheSignTheSpreadsheetExpectsAndNothingBetweenTheirThousands() {
        List<Object> cells = Arrays.asList("Kültür", 1_234L, 2.5, new BigDecimal("32.8541000"), null);
        assertThat(Csv.COMMA.line(cells)).isEqualTo("\"Kültür\",1234,2.50,32.8541000,\r\n");
        assertThat(Csv.SEMICOLON.line(cells)).isEqualTo("\"Kültür\";1234;2,50;32,8541000;\r\n");
    }

    @Test
    void aQuoteIsDoubledAndALineStaysInItsCell() {
        assertThat(Csv.COMMA.line(List.of("\"a\",\nb"))).isEqualTo("\"\"\"a\"\",\nb\"\r\n");
    }

    @Test
    void theHeadBeginsWithAByteOrderMark() {
        assertThat(Csv.COMMA.head(List.of("ad"))).isEqualTo("\uFEFF\"ad\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+90 312", "-a", "@sum", "\t=1", "\r=1", "\n=1"})
    void noTextIsTakenForAFormula(String text) {
        assertThat(Csv.COMMA.line(List.of(text))).isEqualTo("\"'" + text + "\"\r\n");
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        assertThat(Csv.COMMA.line(List.of("-32.5"))).isEqualTo("\"-32.5\"\r\n");
    }
}
