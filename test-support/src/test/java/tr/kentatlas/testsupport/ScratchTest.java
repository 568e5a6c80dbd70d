package tr.kentatlas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchTest {
    private static final String PREFIX = "kentatlas-scratch-";

    @Test
    void onlyFoldersOfProcessesThatAreNoMoreAreLeftovers() {
        String self = Long.toString(ProcessHandle.current().pid());
        assertThat(isLeftOver(ProcessName.of(PREFIX))).isFalse();
        assertThat(isLeftOver(PREFIX + self + "-1"))
                .as("this process began at another time")
                .isTrue();
        assertThat(isLeftOver(PREFIX + "6172839405")).isFalse();
        assertThat(isLeftOver("somebodys-" + self + "-1")).isFalse();
    }

    @Test
    void whatAKilledProgramLeavesLiesAmongWhatIsRemoved() {
        assertThat(Child.of(ScratchTest.class).command())
                .anyMatch(part -> part.startsWith("-Djava.io.tmpdir=") && part.contains(PREFIX));
    }

    private static boolean isLeftOver(String folder) {
        return ProcessName.isOfDead(PREFIX, Path.of("/tmp", folder));
    }
}
