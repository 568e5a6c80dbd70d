package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting-up that is killed leaves nothing that the next one does not bring to the same end. */
class ApplyKillTest {
    private static final String WHOLE = whole();

    @ParameterizedTest
    @ValueSource(ints = {1, 90})
    void whatAKilledRunLeavesIsGoneOnWith(int writes) throws Exception {
        try (SetUpCity city = new SetUpCity()) {
            ApplyProcess.killedAfter(city, writes);
            assertThat(city.stub().writes()).isGreaterThanOrEqualTo(writes);
            city.apply();
            assertThat(withoutDatabase(city)).isEqualTo(WHOLE);
            assertThat(city.verify()).isEmpty();
        }
    }

    @Test
    void nothingIsHandedOverBeforeAllOfItIsThere() throws Exception {
        try (SetUpCity city = new SetUpCity()) {
            ApplyProcess.killedAfter(city, 60);
            Ledger ledger = new Ledger(city.database(), city.address());
            assertThat(ledger.releases()).containsExactly(1L);
            assertThat(ledger.ready(1)).isEmpty();
        }
    }

    private static String whole() {
        try (SetUpCity city = new SetUpCity()) {
            city.apply();
            return withoutDatabase(city);
        }
    }

    /** Each city has a database of its own name. */
    private static String withoutDatabase(SetUpCity city) {
        return city.stub().catalogue.dump().replaceAll("database=\\w+", "");
    }
}
