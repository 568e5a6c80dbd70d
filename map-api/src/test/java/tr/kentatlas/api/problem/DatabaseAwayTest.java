package tr.kentatlas.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    @Test
    void aServerThatEndsIsAwayAndOneWithoutRoomIsThereButFull() {
        assertThat(DatabaseAway.caused(buried("57P03"))).isTrue();
        assertThat(DatabaseAway.caused(buried("53100"))).isFalse();
        assertThat(DatabaseAway.ranOutOfRoom(buried("53100"))).isTrue();
        assertThat(DatabaseAway.ranOutOfRoom(buried("23505"))).isFalse();
    }

    /** A closed database (55000), too many connections, a server that is not reached or lets nobody in: no connection is to be had. */
    @Test
    void whateverKeepsAPoolFromAConnectionIsAway() {
        for (String state : List.of("55000", "53300", "08001", "08006", "57P03", "28P01", "3D000")) {
            var refused =
                    new SQLTransientConnectionException("no connection", state, new SQLException("refused", state));
            assertThat(DatabaseAway.caused(new IllegalStateException(refused)))
                    .as(state)
                    .isTrue();
        }
        assertThat(DatabaseAway.caused(buried("55000")))
                .as("of a statement it is a fault of ours")
                .isFalse();
    }

    /** Memory or temporary files that one question cannot have (53200, 53400), its timeout, or words without a state. */
    @Test
    void whatOneQuestionCannotHaveIsNoDatabaseThatIsAway() {
        for (String state : List.of("53200", "53400", "57014", "42501"))
            assertThat(DatabaseAway.caused(buried(state))).as(state).isFalse();
        assertThat(DatabaseAway.caused(new SQLException("refused"))).isFalse();
    }

    private static Exception buried(String state) {
        return new IllegalStateException(new SQLException("refused", state));
    }
}
