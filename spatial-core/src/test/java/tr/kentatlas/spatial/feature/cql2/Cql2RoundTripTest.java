package tr.kentatlas.spatial.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Cql2RoundTripTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261120, 34, 76})
    void writingAndReadingGivesTheSameTree(long seed) {
        RandomFilter filters = new RandomFilter(seed);
        for (int i = 0; i < 1_000; i++) {
            Cql2.Predicate filter = filters.predicate(4);
            String text = Cql2Writer.write(filter);
            assertThat(Cql2Text.parse(text)).as(text).isEqualTo(filter);
            assertThat(Cql2Writer.write(Cql2Text.parse(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20261121, 35, 77})
    void jsonGivesTheSameTree(long seed) {
        RandomFilter filters = new RandomFilter(seed);
        for (int i = 0; i < 1_000; i++) {
            Cql2.Predicate filter = filters.predicate(4);
            String json = JsonWriter.write(filter);
            assertThat(Cql2Json.parse(json)).as(json).isEqualTo(filter);
        }
    }
}
