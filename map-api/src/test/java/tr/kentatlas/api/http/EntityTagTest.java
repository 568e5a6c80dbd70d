package tr.kentatlas.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private final EntityTag tag = new EntityTag("7-abc");

    @Test
    void anAnswerIsNamedByWhatItFollowsFrom() {
        assertThat(EntityTag.of(7, "bina", null)).isEqualTo(EntityTag.of(7, "bina", null));
        assertThat(EntityTag.of(7, "bina")).isNotEqualTo(EntityTag.of(7, "parsel"));
        assertThat(EntityTag.of(7, "bina")).isNotEqualTo(EntityTag.of(8, "bina"));
    }

    @Test
    void itIsWeakUnlessTheBytesAreItsOwn() {
        assertThat(tag.toString()).isEqualTo("W/\"7-abc\"");
        assertThat(tag.strong()).isEqualTo("\"7-abc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7-abc\"", "\"7-abc\"", "\"x\", W/\"7-abc\"", "W/\"7-abc\",\"y\""})
    void whoHasTheAnswerIsKnownHoweverTheTagIsWritten(String header) {
        assertThat(tag.isAmong(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7-abcd\"", "\"17-abc\"", "7-abc", "*", ""})
    void whoHasAnotherAnswerOrAnyIsNot(String header) {
        assertThat(tag.isAmong(header)).isFalse();
        assertThat(tag.isAmong(null)).isFalse();
    }
}
