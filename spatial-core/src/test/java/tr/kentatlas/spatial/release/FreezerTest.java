package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.release.Trial.QUIET;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tr.kentatlas.spatial.TestCity;

class FreezerTest {
    private final Trial trial = new Trial();

    @Test
    void whereNoFurtherConnectionIsToBeHadNoneIsKept() throws SQLException {
        Scarce scarce = new Scarce(trial.city, 2);
        Publisher publisher = new Publisher(scarce, TestCity.MODEL, TestCity.SRID, (d, p) -> List.of(), List.of());
        assertThatThrownBy(() -> publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET))
                .hasMessageContaining("no connection is left");
        assertThat(scarce.given).hasSizeGreaterThan(1);
        for (Connection connection : scarce.given)
            assertThat(connection.isClosed()).isTrue();
    }

    /** Gives so many connections for work with a lock and no more. */
    private static final class Scarce extends DelegatingDataSource {
        private final int most;
        private final List<Connection> given = new ArrayList<>();

        Scarce(DataSource city, int most) {
            super(city);
            this.most = most;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (given.stream().filter(Scarce::isOpen).count() == most) throw new SQLException("no connection is left");
            given.add(super.getConnection());
            return given.getLast();
        }

        private static boolean isOpen(Connection connection) {
            try {
                return !connection.isClosed();
            } catch (SQLException e) {
                return false;
            }
        }
    }
}
