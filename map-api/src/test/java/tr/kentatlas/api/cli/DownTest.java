package tr.kentatlas.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;

class DownTest {
    @TempDir
    private Path base;

    private final PGSimpleDataSource owner = SmallCity.few();

    @Test
    @SuppressWarnings("try") // held, not used
    void aCityThatIsBeingLoadedIsLeftAloneUnlessItIsNamed() {
        Terminal terminal = new Terminal(owner, base);
        try (InstanceLock lock = InstanceLock.take(Instance.of(terminal.folder(), "buyuksehir"), "import")) {
            assertThat(terminal.run("down")).isZero();
            assertThat(terminal.out())
                    .startsWith("Left alone: kent import (process ")
                    .contains("is working on 'buyuksehir'; ./kent down --city buyuksehir ends it.");
        }
    }
}
