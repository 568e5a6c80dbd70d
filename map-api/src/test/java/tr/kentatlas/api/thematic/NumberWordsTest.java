package tr.kentatlas.api.thematic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.store.thematic.Distribution;

class NumberWordsTest {
    @Test
    void theLargestValueIsToldAsItIs() {
        Distribution values = new Distribution(new double[] {12.5, 800.25, 3040.15}, new long[] {1, 1, 1}, 0);
        assertThat(new NumberWords(List.of(500.25), values).label(1).tr()).isEqualTo("> 500,25 – 3.040,15");
    }

    @Test
    void limitsOutsideTheValuesAreToldAsLimits() {
        Distribution values = new Distribution(new double[] {1.5, 14}, new long[] {1, 1}, 0);
        NumberWords words = new NumberWords(List.of(1.0, 300.0), values);
        assertThat(words.label(0).en()).isEqualTo("≤ 1");
        assertThat(words.label(1).en()).isEqualTo("> 1 – 300");
        assertThat(words.label(2).en()).isEqualTo("> 300");
    }
}
