package tr.kentatlas.api.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolsTest {
    @Test
    void aLargeMachineLeavesConnectionsToWhoeverElseUsesTheServer() {
        assertThat(Tools.jobs(1)).isEqualTo(2);
        assertThat(Tools.jobs(8)).isEqualTo(4);
        assertThat(Tools.jobs(96)).isEqualTo(8);
    }
}
