package tr.kentatlas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    private Path folder;

    @AfterEach
    void stopUpdating() {
        System.clearProperty("golden.update");
    }

    @Test
    void aDifferenceFails() throws IOException {
        Path golden = Files.writeString(folder.resolve("a.json"), "{\"ad\":\"Moda\"}");
        Golden.assertMatches(golden, "{\"ad\":\"Moda\"}");
        assertThatThrownBy(() -> Golden.assertMatches(golden, "{}")).isInstanceOf(AssertionError.class);
    }

    @Test
    void aMissingFileFailsUntilItIsWrittenOnRequest() {
        Path golden = folder.resolve("new/b.json");
        assertThatThrownBy(() -> Golden.assertMatches(golden, "{}")).hasMessageContaining("golden.update");
        System.setProperty("golden.update", "true");
        Golden.assertMatches(golden, "{}");
        assertThat(golden).hasContent("{}");
    }
}
