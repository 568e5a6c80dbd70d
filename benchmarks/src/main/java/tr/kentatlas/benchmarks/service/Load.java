package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests per second over HTTP, eight connections kept open, the requests in turn: {@code wrk} where it is installed, else our own. */
final class Load {
    private static final int CONNECTIONS = 8;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final URI base;
    private final List<Call> calls;

    /** One request; the key is empty for the public. */
    record Call(String path, String key) {}

    Load(URI base, List<Call> calls) {
        this.base = base;
        this.calls = calls;
    }

    static boolean hasWrk() {
        return Files.isExecutable(Path.of("/usr/bin/wrk"));
    }

    /** One answer's body; anything but 200 is a failure. */
    static byte[] get(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(address);
        if (answer.statusCode() != 200) throw new IOException(address + " answers " + answer.statusCode());
        return answer.body();
    }

    /** Bytes of one answer, which may have none. */
    static int size(URI address) throws IOException, InterruptedException {
        return answer(address).statusCode() == 204 ? 0 : get(address).length;
    }

    private static HttpResponse<byte[]> answer(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    double rate(int seconds) throws IOException, InterruptedException {
        return hasWrk() ? wrk(seconds) : own(seconds);
    }

    private double wrk(int seconds) throws IOException, InterruptedException {
        Path script = Files.createTempFile("kent-bench", ".lua");
        try {
            Files.writeString(script, lua());
            String output = Shell.run(
                    Map.of(),
                    List.of(
                            "wrk",
                            "-t2",
                            "-c" + CONNECTIONS,
                            "-d" + seconds + "s",
                            "-s",
                            script.toString(),
                            base.toString()));
            if (FAILED.matcher(output).find()) throw new IOException("requests failed: " + output);
            return Shell.number(output, RATE);
        } finally {
            Files.delete(script);
        }
    }

    private String lua() {
        String list = calls.stream()
                .map(call -> "{\"" + call.path + "\",{" + header(call) + "}}")
                .collect(Collectors.joining(",\n"));
        return """
                local calls = {
                %s}
                local made, n = {}, 0
                function init()
                  for i, c in ipairs(calls) do made[i] = wrk.format("GET", c[1], c[2]) end
                end
                function request()
                  n = n %% #made + 1
                  return made[n]
                end
                """.formatted(list);
    }

    private static String header(Call call) {
        return call.key.isEmpty() ? "" : "[\"Authorization\"]=\"Bearer " + call.key + "\"";
    }

    private double own(int seconds) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Long>> workers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS);
                HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                workers.add(() -> sendUntil(client, first, end));
            }
            long done = 0;
            for (Future<Long> worker : threads.invokeAll(workers)) done += worker.get();
            return done * 1e9 / (System.nanoTime() - begun);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private long sendUntil(HttpClient client, int first, long end) throws IOException, InterruptedException {
        long done = 0;
        while (System.nanoTime() < end) {
            Call call = calls.get((int) ((first + done) % calls.size()));
            if (send(client, call) != 200) throw new IOException(call.path + " failed");
            done++;
        }
        return done;
    }

    private int send(HttpClient client, Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.path));
        if (!call.key.isEmpty()) request.header("Authorization", "Bearer " + call.key);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
    }
}
