package tr.kentatlas.spatial.store.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.feature.cql2.RandomFilter;
import tr.kentatlas.spatial.store.sql.SqlFragment;

class Cql2SqlRandomTest {
    /** What the translator lets through must run: a type fault found by the database would be a fault of ours. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20261122})
    void whatIsNotRefusedRuns(long seed) {
        RandomFilter filters = new RandomFilter(
                seed, FilteredPlaces.COLUMNS.keySet().stream().sorted().toList());
        int ran = 0;
        for (int i = 0; i < 6_000; i++) {
            Cql2.Predicate filter = filters.predicate(i % 3);
            Optional<SqlFragment> sql = accepted(filter);
            sql.ifPresent(accepted -> assertThatCode(() -> count(accepted))
                    .as(Cql2Writer.write(filter))
                    .doesNotThrowAnyException());
            ran += sql.isPresent() ? 1 : 0;
        }
        assertThat(ran).isGreaterThan(1_000);
    }

    private static Optional<SqlFragment> accepted(Cql2.Predicate filter) {
        try {
            return Optional.of(FilteredPlaces.translate(filter, FilteredPlaces.STORED));
        } catch (FilterTypeException refused) {
            return Optional.empty();
        }
    }

    private static List<?> count(SqlFragment sql) {
        return FilteredPlaces.JDBC
                .sql("SELECT no FROM yer y WHERE " + sql.sql())
                .params(sql.args())
                .query(Integer.class)
                .list();
    }
}
