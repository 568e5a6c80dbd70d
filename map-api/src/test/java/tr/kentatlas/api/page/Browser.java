package tr.kentatlas.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A real browser that does with a page what the files of {@code src/main/web/tests} say people can do. */
public final class Browser {
    private static final File WEB = new File("src/main/web");

    private Browser() {}

    /**
     * Runs one of the files against a service.
     *
     * @param name without {@code .test.mjs}
     * @param settings the environment it reads beside the service's address
     */
    public static void run(String name, String url, Map<String, String> settings) throws Exception {
        ProcessBuilder node = new ProcessBuilder("node", "--test", "tests/" + name + ".test.mjs")
                .directory(WEB)
                .redirectErrorStream(true);
        node.environment().put("BASE_URL", url);
        node.environment().putAll(settings);
        Process run = node.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(output).isZero();
    }
}
