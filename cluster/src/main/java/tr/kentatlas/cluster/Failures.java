package tr.kentatlas.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns the last words of PostgreSQL's programs into one sentence. */
final class Failures {
    /** The system's own words, and those of a server that could write only part of a page. */
    private static final List<String> NO_SPACE = List.of("No space left on device", "Check free disk space");

    /** A statement that failed stands in the log word by word, so the reason may lie far above the last line. */
    private static final int LAST_WORDS = 1 << 16;

    /** A server does not even begin to tell its reason where it cannot write one segment of its log. */
    private static final long LEAST_ROOM = 16 << 20;

    private Failures() {}

    static ClusterException of(Path log, String what) {
        String end = end(log);
        if (isDiskFull(end) || hasNoRoom(log)) {
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
        return isDiskFull(end(log));
    }

    private static boolean isDiskFull(String words) {
        return NO_SPACE.stream().anyMatch(words::contains);
    }

    private static boolean hasNoRoom(Path log) {
        try {
            return Files.getFileStore(log.resolveSibling(".")).getUsableSpace() < LEAST_ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String end(Path log) {
        try (FileChannel file = FileChannel.open(log)) {
            ByteBuffer words = ByteBuffer.allocate(LAST_WORDS);
            file.position(Math.max(0, file.size() - LAST_WORDS));
            int read = 0;
            while (words.hasRemaining() && read >= 0) read = file.read(words);
            return new String(words.array(), 0, words.position(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
