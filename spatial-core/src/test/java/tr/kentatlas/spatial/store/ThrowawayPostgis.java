package tr.kentatlas.spatial.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated PostGIS of its own for the tests of this JVM; stopped and removed at its end. */
final class ThrowawayPostgis {
    private static final Path BIN = Path.of(System.getProperty("kent.pg.bin", "/usr/lib/postgresql/15/bin"));

    private final Path dir;
    private final int port;

    private ThrowawayPostgis(Path dir, int port) {
        this.dir = dir;
        this.port = port;
    }

    /** The one server of this JVM, started when first asked for. */
    static JdbcClient client() {
        return JdbcClient.create(Shared.SERVER.source());
    }

    private static final class Shared {
        static final ThrowawayPostgis SERVER = start();
    }

    private static ThrowawayPostgis start() {
        try {
            Path dir = Files.createTempDirectory("kent-test-");
            var server = new ThrowawayPostgis(dir, freePort());
            server.create();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "postgres", dir.toString()));
        }
        tool("initdb", "-D", dir + "/data", "-U", "kent", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        String options = "-p " + port + " -k " + dir + " -c listen_addresses=127.0.0.1 -c fsync=off";
        tool("pg_ctl", "-D", dir + "/data", "-l", dir + "/log", "-w", "start", "-o", options);
        JdbcClient jdbc = JdbcClient.create(source());
        jdbc.sql("CREATE EXTENSION postgis").update();
        jdbc.sql("CREATE ROLE kent_acik").update();
        Flyway.configure()
                .dataSource(source())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void stop() {
        try {
            tool("pg_ctl", "-D", dir + "/data", "-m", "immediate", "stop");
            try (var files = Files.walk(dir)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                    if (!file.delete()) {
                        file.deleteOnExit();
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser("kent");
        return source;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL's tools refuse root. */
    private static void tool(String name, String... args) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(BIN.resolve(name).toString());
        command.addAll(List.of(args));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        // Never a pipe: the server would inherit it and hold it open.
        Process process = new ProcessBuilder(command)
                .directory(new java.io.File("/"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
