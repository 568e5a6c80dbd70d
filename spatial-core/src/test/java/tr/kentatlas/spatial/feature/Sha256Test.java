package tr.kentatlas.spatial.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    /** From FIPS 180-4's examples. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void theStandardsExamplesHaveTheirHashes() {
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex("")).isEqualTo(NOTHING);
    }

    @Test
    void aFileHasTheHashOfItsBytes(@TempDir Path folder) throws IOException {
        byte[] content = "Şişli ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("content"), content);
        assertThat(Sha256.hex(file)).isEqualTo(Sha256.hex(content));
        assertThat(Sha256.hex(Files.createFile(folder.resolve("nothing")))).isEqualTo(NOTHING);
    }

    @Test
    void whatOneBeginsIsNoOthers() {
        var one = Sha256.begin();
        one.update("a".getBytes(StandardCharsets.UTF_8));
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        one.update("bc".getBytes(StandardCharsets.UTF_8));
        assertThat(one.digest()).isEqualTo(Sha256.of("abc"));
    }

    @Test
    void manyAtOnceDisturbNobody() {
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> Sha256.hex("abc")))
                .allMatch(ABC::equals);
    }
}
