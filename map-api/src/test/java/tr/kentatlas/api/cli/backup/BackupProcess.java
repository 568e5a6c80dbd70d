package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.testsupport.Child;

/** A backup in a process of its own, to be killed. */
final class BackupProcess {
    private BackupProcess() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment =
                Map.of("KENT_DB_URL", args[0], "KENT_DB_USER", args[1], "KENT_DB_PASSWORD", args[2]);
        DatabaseUrl city = DatabaseUrl.find(environment).orElseThrow();
        new Backup("small", city, Map.of()).into(Path.of(args[3]), SavedCity.progress());
    }

    static Process start(DatabaseUrl city, Path parent) throws IOException {
        return Child.of(
                        BackupProcess.class,
                        city.jdbcUrl(),
                        city.user(),
                        city.password().reveal(),
                        parent.toString())
                .inheritIO()
                .start();
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
