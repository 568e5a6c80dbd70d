package tr.kentatlas.api.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void aLayersNameDoesNotSteerTheTerminal() {
        assertThat(Plain.text("layer \u001b]0;Başlık\u0007\u001b[2J\u009bmÇ: 0 rejected\n"))
                .isEqualTo("layer \ufffd]0;Başlık\ufffd\ufffd[2J\ufffdmÇ: 0 rejected\n");
    }
}
