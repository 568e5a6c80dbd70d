package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.building;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody has decided about yet is the desk's. */
class DraftsHiddenTest {
    private static final List<String> TABLES =
            List.of("release.release", "release.content", "release.snapshot", "release.approval");

    private final Trial trial = new Trial().load(building("a", 0, 5));

    @ParameterizedTest
    @ValueSource(strings = {"kent_acik", "kent_yayin"})
    void theReadingWallsKnowNothingOfADraft(String role) throws SQLException {
        trial.draft();
        trial.publisher().check(Trial.QUIET);
        trial.publisher().approve(List.of(), Trial.COUNCIL);
        for (String table : TABLES) {
            assertThat(rows(role, table)).as(table).isZero();
            assertThat(rows("kent_desk", table)).as(table).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent_acik", "kent_yayin"})
    void whatIsPublishedTheyKnowWhole(String role) throws SQLException {
        trial.release();
        for (String table : TABLES)
            assertThat(rows(role, table)).as(table).isPositive().isEqualTo(rows("kent_desk", table));
    }

    @Test
    void theServedReleaseIsFoundBeforeThePublicWallWhileThereIsADraft() throws SQLException {
        Release served = trial.release();
        trial.load(building("a", 0, 6)).draft();
        assertThat(rows("kent_acik", "release.pointer JOIN release.release USING (release_no)"))
                .isEqualTo(1);
        assertThat(rows("kent_acik", "release.content"))
                .isEqualTo(served.snapshots().size());
    }

    private long rows(String role, String table) throws SQLException {
        try (Connection connection = trial.city.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
