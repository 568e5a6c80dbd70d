package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tr.kentatlas.api.cli.instance.DatabaseUrl;

/** A backup in a process of its own, to be killed. */
final class BackupProcess {
    private BackupProcess() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = Map.of(
                "KENT_DB_URL", args[0], "KENT_DB_USER", args[1], "KENT_DB_PASSWORD", System.getenv("KENT_PASSWORD"));
        DatabaseUrl city = DatabaseUrl.find(environment).orElseThrow();
        new Backup("small", city, Map.of()).into(Path.of(args[2]), SavedCity.progress());
    }

    static Process start(DatabaseUrl city, Path parent) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackupProcess.class.getName(),
                        city.jdbcUrl(),
                        city.user(),
                        parent.toString()))
                .inheritIO();
        builder.environment().put("KENT_PASSWORD", city.password().reveal());
        return builder.start();
    }

    /** Returns when the process has begun to write, or has ended already. */
    static void awaitMaking(Process process, Path parent) throws IOException {
        while (process.isAlive() && !isMaking(parent, process.pid())) LockSupport.parkNanos(5_000_000);
    }

    private static boolean isMaking(Path parent, long pid) throws IOException {
        if (!Files.isDirectory(parent)) return false;
        try (Stream<Path> list = Files.list(parent)) {
            return list.anyMatch(path -> path.getFileName().toString().startsWith(".making-" + pid));
        }
    }
}
