package tr.kentatlas.spatial.store.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricCrsTest {
    @ParameterizedTest
    @ValueSource(ints = {5253, 5255, 5259, 32632})
    void aProjectedCrsInMetresCanStoreACity(int srid) {
        assertThatCode(() -> MetricCrs.require(srid)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "4326, not projected in metres",
        "5252, not projected in metres",
        "2263, not projected in metres",
        "99999, not a known"
    })
    void anyOtherIsRefusedInOneSentence(int srid, String reason) {
        assertThatThrownBy(() -> MetricCrs.require(srid)).hasMessageContaining(reason);
    }
}
