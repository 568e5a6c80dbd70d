package tr.kentatlas.api.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void aReleaseIsTheSameWhereverAndWheneverItIsStarted() {
        assertThat(Program.mark("1.2.0", 1)).isEqualTo(Program.mark("1.2.0", 2)).isNotEqualTo(Program.mark("1.2.1", 1));
    }

    @Test
    void whatIsNoReleaseIsAnotherProgramWhenItIsStartedAgain() {
        assertThat(Program.mark("1.2.0-SNAPSHOT", 1)).isNotEqualTo(Program.mark("1.2.0-SNAPSHOT", 2));
        assertThat(Program.mark("from its classes", 1)).isNotEqualTo(Program.mark("from its classes", 2));
        assertThat(Program.mark()).isEqualTo(Program.mark()).startsWith(Program.version());
    }
}
