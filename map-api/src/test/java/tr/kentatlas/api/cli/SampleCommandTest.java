package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.api.SmallCity;

/** Who tries the rules is told what they must find. */
class SampleCommandTest {
    @TempDir
    private Path base;

    @Test
    void whatWasPlantedIsPrintedWithRuleTypeAndIdentity() throws IOException {
        Path file = base.resolve("city.geojsonl");
        Terminal terminal = new Terminal(SmallCity.few(), base);
        assertThat(terminal.run("sample", "small", "--defects", "--out", file.toString()))
                .as(terminal.err())
                .isZero();
        List<String> planted = terminal.out().lines().skip(1).toList();
        assertThat(planted).hasSizeGreaterThan(15).anyMatch(line -> line.matches("I1 +agac +- .*"));
        String door = planted.stream()
                .filter(line -> line.startsWith("AD3 "))
                .findFirst()
                .orElseThrow()
                .split(" +", -1)[2];
        assertThat(Files.readString(file)).contains(door);
    }
}
