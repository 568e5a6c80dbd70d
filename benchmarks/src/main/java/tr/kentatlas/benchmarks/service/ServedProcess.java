package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a Java process of its own, timed from its start to its first good answer. */
final class ServedProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Process process;
    private final URI address;
    private final double readySeconds;
    private final Path log;

    private ServedProcess(Process process, URI address, String ready, Path log) throws IOException {
        this.process = process;
        this.address = address;
        this.log = log;
        long begun = System.nanoTime();
        await(ready);
        this.readySeconds = (System.nanoTime() - begun) / 1e9;
    }

    /** Waits until a path is answered well: for what the service prepares when it is first asked. */
    void await(String path) throws IOException {
        long begun = System.nanoTime();
        while (!answers(address.resolve(path))) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE) {
                process.destroyForcibly();
                throw new IOException(
                        "the server at " + address + " does not answer; it said: " + Files.readString(log));
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Our service, by the very command an operator gives. */
    static ServedProcess kentatlas(BenchCity city, Path data, String adminKey, long cacheBytes) throws IOException {
        int port = freePort();
        return start(
                port,
                "/health",
                environment(city, adminKey),
                data.resolve("kentatlas.log"),
                List.of(
                        "-Xmx512m",
                        "-XX:+UseG1GC",
                        "-XX:G1HeapRegionSize=4m",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-ReduceAllocationMerges",
                        "-Dkent.tiles.cache-bytes=" + cacheBytes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "tr.kentatlas.api.cli.Kent",
                        "--data",
                        data.toString(),
                        "up",
                        "--port",
                        Integer.toString(port)));
    }

    static ServedProcess floorApp(BenchCity city, Path data) throws IOException {
        int port = freePort();
        return start(
                port,
                "/ready",
                environment(city, ""),
                data.resolve("floor.log"),
                List.of(
                        "-Xmx512m",
                        "-XX:+UseG1GC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FloorApp.class.getName(),
                        "--server.port=" + port,
                        "--floor.fields="
                                + String.join(
                                        ",",
                                        city.fields("acik").stream()
                                                .map(a -> a.column())
                                                .toList())));
    }

    private static Map<String, String> environment(BenchCity city, String adminKey) {
        return Map.of(
                "KENT_DB_URL", city.jdbcUrl(),
                "KENT_DB_USER", city.address().user(),
                "KENT_DB_PASSWORD", city.address().password().reveal(),
                "KENT_ADMIN_KEY", adminKey);
    }

    private static ServedProcess start(
            int port, String ready, Map<String, String> environment, Path log, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new ServedProcess(builder.start(), URI.create("http://127.0.0.1:" + port), ready, log);
    }

    URI address() {
        return address;
    }

    double readySeconds() {
        return readySeconds;
    }

    /** Resident memory in MB (Linux). */
    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
