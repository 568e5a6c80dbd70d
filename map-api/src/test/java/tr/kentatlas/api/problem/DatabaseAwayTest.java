package tr.kentatlas.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    @Test
    void aServerThatEndsIsAwayAndOneWithoutRoomIsThereButFull() {
        assertThat(DatabaseAway.caused(buried("57P03"))).isTrue();
        assertThat(DatabaseAway.caused(buried("53100"))).isFalse();
        assertThat(DatabaseAway.ranOutOfRoom(buried("53100"))).isTrue();
        assertThat(DatabaseAway.ranOutOfRoom(buried("23505"))).isFalse();
    }

    private static Exception buried(String state) {
        return new IllegalStateException(new SQLException("refused", state));
    }
}
