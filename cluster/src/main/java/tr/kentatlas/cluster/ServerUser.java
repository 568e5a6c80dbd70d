package tr.kentatlas.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system user the server runs as: PostgreSQL refuses root, so root lends the work to {@code postgres}. */
enum ServerUser {
    OURSELVES,
    POSTGRES;

    static ServerUser current() {
        return "root".equals(System.getProperty("user.name")) ? POSTGRES : OURSELVES;
    }

    /** Runs a program to its end; its output goes to a file, because a server started by it would hold a pipe open. */
    int run(Path output, List<String> command) {
        List<String> full = new ArrayList<>();
        if (this == POSTGRES) {
            full.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        full.addAll(command);
        return waitFor(start(output, full), command.get(0));
    }

    /** An interrupted caller still waits to the end: a server half started could be stopped by nobody. */
    private static int waitFor(Process process, String program) {
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while running " + program + ".");
        }
        return process.exitValue();
    }

    private static Process start(Path output, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // Messages are searched for known causes, so they must not be translated.
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "C"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ClusterException("Cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    /** A folder, made when missing, that only the server's user may read. */
    void makePrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        own(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    void own(Path path) throws IOException {
        if (this == POSTGRES) {
            var lookup = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, lookup.lookupPrincipalByName("postgres"));
        }
    }

    /** Whether this user can get into the folder through all the folders above it. */
    boolean canEnter(Path folder) {
        return run(Path.of("/dev/null"), List.of("test", "-w", folder.toString())) == 0;
    }
}
