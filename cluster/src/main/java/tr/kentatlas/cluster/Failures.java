package tr.kentatlas.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns the last words of PostgreSQL's programs into one sentence. */
final class Failures {
    private static final String NO_SPACE = "No space left on device";

    private Failures() {}

    static ClusterException of(Path log, String what) {
        String end = end(log);
        if (end.contains(NO_SPACE)) {
            return new ClusterException(what + ": the disk is full.");
        }
        if (end.contains("Permission denied")) {
            return new ClusterException(what + ": no permission to write its folder (see " + log + ").");
        }
        return new ClusterException(what + ": see " + log + ".");
    }

    static boolean isPortTaken(Path log) {
        return end(log).contains("could not bind");
    }

    static boolean isDiskFull(Path log) {
        return end(log).contains(NO_SPACE);
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
