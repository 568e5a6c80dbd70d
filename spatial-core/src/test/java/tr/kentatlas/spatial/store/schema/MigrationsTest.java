package tr.kentatlas.spatial.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.spatial.TestCity;

/** An upgrade that meets somebody at work. */
class MigrationsTest {
    private final PGSimpleDataSource city = TestCity.empty();
    private final Migrations later =
            new Migrations(city, TestCity.SRID, Duration.ofMillis(50), "classpath:db/migration", "classpath:db/later");

    @Test
    @Timeout(60)
    void whoKeepsATableFromBeingMigratedIsNamedAndWaitedForNoLonger() throws SQLException {
        try (var editor = city.getConnection();
                var statement = editor.createStatement()) {
            editor.setAutoCommit(false);
            statement.execute("SELECT FROM working.bina");
            assertThatThrownBy(later::migrate)
                    .isInstanceOfSatisfying(
                            TablesInUse.class,
                            e -> assertThat(e.holders()).isEqualTo(city.getUser() + " (working.bina)"));
            assertThat(later.arePending()).isTrue();
        }
        later.migrate();
        assertThat(later.arePending()).isFalse();
    }
}
