package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the load makers and reads their figures. */
final class Shell {
    private static final long PATIENCE_MINUTES = 5;

    private Shell() {}

    static String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.onExit().orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).exceptionally(late -> process.destroyForcibly());
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": " + output);
        return output;
    }

    static double number(String output, Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) throw new IOException("no figure in: " + output);
        return Double.parseDouble(matcher.group(1));
    }
}
