package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void theProgramOfAClassPathIsStartedByItsClass() {
        assertThat(Background.program("city.Program", ClassLoader.getSystemClassLoader(), "/a.jar:/b.jar"))
                .containsExactly("-cp", "/a.jar:/b.jar", "city.Program");
    }

    /** The one jar of the whole program has a launcher, and nothing but that knows where its classes are. */
    @Test
    void theProgramInOneJarIsStartedByThatJar() throws Exception {
        try (var launcher = new URLClassLoader(new URL[0])) {
            assertThat(Background.program("city.Program", launcher, "/kent.jar"))
                    .containsExactly("-jar", "/kent.jar");
        }
    }
}
