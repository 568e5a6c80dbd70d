package tr.kentatlas.spatial.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordedTest {
    private enum Outcome implements Worded {
        WITHIN,
        TOO_FAR
    }

    @Test
    void aConstantIsFoundByItsWord() {
        for (Outcome one : Outcome.values())
            assertThat(Worded.of(Outcome.class, one.word())).isEqualTo(one);
        assertThat(Outcome.WITHIN.word()).isEqualTo("within");
        assertThat(Outcome.TOO_FAR.word()).isEqualTo("too-far");
    }

    @Test
    void anotherSpellingIsNoWord() {
        assertThat(Worded.find(Outcome.class, "TOO_FAR")).isEmpty();
        assertThatThrownBy(() -> Worded.of(Outcome.class, "too_far"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no Outcome is called too_far");
    }
}
