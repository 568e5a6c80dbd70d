package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Requests at fixed times whatever the answers take; each is timed from when it was to be sent, so that waiting counts. */
final class OpenLoop {
    private static final long HEAD_START = TimeUnit.MILLISECONDS.toNanos(50);

    private final URI base;
    private final List<Load.Call> calls;
    private final int perSecond;

    OpenLoop(URI base, List<Load.Call> calls, int perSecond) {
        this.base = base;
        this.calls = calls;
        this.perSecond = perSecond;
    }

    /** Milliseconds of one run's answers, ascending. */
    record Times(List<Double> ascending) {
        /** The time within which a share of the answers came, by nearest rank. */
        double within(double share) {
            int rank = (int) Math.ceil(share * ascending.size());
            return ascending.get(Math.max(0, rank - 1));
        }
    }

    Times run(int seconds) throws IOException, InterruptedException {
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long begin = System.nanoTime() + HEAD_START;
            for (int i = 0; i < perSecond * seconds; i++) {
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                answers.add(send(client, calls.get(i % calls.size()), due));
            }
            List<Double> times = new ArrayList<>();
            for (CompletableFuture<Double> answer : answers) times.add(answer.get());
            return new Times(times.stream().sorted().toList());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private CompletableFuture<Double> send(HttpClient client, Load.Call call, long due) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(call.path())).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> {
                    double milliseconds = (System.nanoTime() - due) / 1e6;
                    if (answer.statusCode() == 200) return milliseconds;
                    throw new IllegalStateException(call.path() + " answers " + answer.statusCode());
                });
    }
}
