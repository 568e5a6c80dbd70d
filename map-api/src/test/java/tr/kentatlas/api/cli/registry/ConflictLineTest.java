package tr.kentatlas.api.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.ConflictState;
import tr.kentatlas.registry.port.Level;

class ConflictLineTest {

    @Test
    void bothSidesOfEachDifferingFieldAreOnTheLine() {
        assertThat(line(4711L, "{\"label\": [\"12A\", \"12\"], \"floors\": [null, 5]}"))
                .isEqualTo("    17 C11  door               101       4711  local   label 12A | 12, floors - | 5");
    }

    @Test
    void whatOnlyTheCityHasIsToldWithoutACode() {
        assertThat(line(null, "{\"label\": [\"9914\", null], \"kind\": \"1\"}"))
                .isEqualTo("    17 C11  door               101          -  local   label 9914 | -, kind 1");
    }

    @Test
    void theColumnsStandBelowTheirNames() {
        assertThat(ConflictLine.HEAD.indexOf("what differs"))
                .isEqualTo(line(1L, "{\"x\": [1, 2]}").indexOf("x 1 | 2"));
    }

    private static String line(@Nullable Long code, String detail) {
        UUID local = new UUID(0, 1);
        return ConflictLine.of(new Conflict(
                17, ConflictKind.C11, Level.DOOR, local, local, code, 101, detail, "local", ConflictState.OPEN));
    }
}
