package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.exchange.receipt.LeftBehind;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.testsupport.Child;

/** Whenever the service is killed: what a partner has whole is written down, once. */
class KilledServiceTest {
    private static final int KILLS = 3;
    private static final int CALLERS = 3;
    private static final int LIMIT = 40;

    private final PGSimpleDataSource owner = SmallCity.database();
    private final JdbcClient jdbc = JdbcClient.create(owner);
    private final Set<String> received = new HashSet<>();
    private final AtomicInteger begun = new AtomicInteger();
    private long whole;
    private long bytes;

    @TempDir
    private Path journal;

    @Test
    void noReceiptIsLostAndNoneIsDoubled() throws Exception {
        String password = password();
        String key = key();
        for (int kill = 0; kill < KILLS; kill++) serveUntilKilled(password, key, 20 + new Random(kill).nextInt(60));
        LeftBehind.ship(journal.resolve("receipts"), owner);
        LeftBehind.ship(journal.resolve("receipts"), owner);
        long told = sum("answers");
        assertThat(told).isBetween(whole, (long) begun.get());
        assertThat(sum("features")).isBetween(whole * LIMIT, (long) begun.get() * LIMIT);
        assertThat(sum("bytes")).isGreaterThanOrEqualTo(bytes);
        assertThat(received).allMatch(ids()::contains);
        try (Stream<Path> left = Files.list(journal.resolve("receipts"))) {
            assertThat(left).as("all is shipped").isEmpty();
        }
    }

    private void serveUntilKilled(String password, String key, int answers) throws Exception {
        String url = Objects.requireNonNull(owner.getUrl());
        Process process = Child.of(ServedProcess.class, url, password, journal.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            URI items = URI.create(
                    "http://localhost:" + port(out) + "/ogc/collections/bina/items?limit=" + LIMIT + "&sortby=-adi");
            AtomicInteger left = new AtomicInteger(answers);
            List<Thread> callers = Stream.generate(
                            () -> Thread.ofVirtual().start(() -> call(items, key, left, process)))
                    .limit(CALLERS)
                    .toList();
            for (Thread caller : callers) caller.join();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static String port(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("port ")) return line.substring(5);
        }
        throw new IOException("the service did not start");
    }

    /** Until the process is gone; whoever gets the last of the wanted answers kills it, while the others are being answered. */
    private void call(URI items, String key, AtomicInteger left, Process process) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(items)
                .header("Authorization", "Bearer " + key)
                .build();
        try {
            while (true) {
                begun.incrementAndGet();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                note(answer.body());
                if (left.decrementAndGet() == 0) process.toHandle().destroyForcibly();
            }
        } catch (IOException killed) {
            // as it should be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String body) {
        whole++;
        bytes += body.getBytes(StandardCharsets.UTF_8).length;
        JsonMapper.shared()
                .readTree(body)
                .path("features")
                .forEach(feature -> received.add(feature.path("id").asString()));
    }

    private String key() {
        Agreements agreements = new Agreements(jdbc, new TransactionTemplate(new JdbcTransactionManager(owner)));
        Draft draft = Draft.of("2026/1").with("ratePerMinute", 60_000).sharing("bina", "adi");
        var edition = new Editions(jdbc).find(1).orElseThrow();
        long id =
                agreements.add(TermsReader.read(draft.json(), edition), "test").id();
        agreements.turn(id, State.ACTIVE, null, "test");
        return Keys.ofAgreements(jdbc)
                .make(id, "test", Instant.now().plus(Duration.ofDays(1)), "test")
                .reveal();
    }

    private String password() {
        HikariDataSource desk = (HikariDataSource) SmallCity.city(owner).desk();
        return Objects.requireNonNull(((PGSimpleDataSource) desk.getDataSource()).getPassword());
    }

    private long sum(String column) {
        return jdbc.sql("SELECT coalesce(sum(" + column + "), 0) FROM exchange.statistic")
                .query(Long.class)
                .single();
    }

    private Set<String> ids() {
        return jdbc.sql("SELECT tucbs_no::text FROM exchange.receipt")
                .query((row, n) -> row.getString(1))
                .set();
    }
}
