package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.search.PlaceIndexFolder;
import tr.kentatlas.spatial.search.PlaceIndexStep;
import tr.kentatlas.testsupport.Patience;

/** Readers who search without pause while releases are published: every answer is whole and of one release. */
class GuideAcrossReleasesTest {
    private static final int LAST = 4;
    private static final int READERS = 2;
    private static final Model MODEL = ModelReader.read();

    private final PGSimpleDataSource owner = SmallCity.few();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    @Timeout(240)
    void everyAnswerIsOfOneReleaseAndOldIndexesGo(@TempDir Path folder) throws Exception {
        WebPort port = FreePort.find();
        Path search = folder.resolve("search");
        try (var web = WebServer.start(port, SmallCity.city(owner), folder)) {
            assertThat(web.isRunning()).isTrue();
            URI question = URI.create(port.url() + "/api/guide/search?q=eczane");
            List<Thread> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> read(question)))
                    .toList();
            for (int release = 2; release <= LAST; release++) {
                if (release == LAST) drop(2);
                publish(release, search);
                while (seen.get() < release && wrong.isEmpty()) Patience.aMoment();
            }
            for (Thread reader : readers) reader.join();
            assertThat(wrong).isEmpty();
            assertThat(answers.get()).isGreaterThan(LAST * READERS);
            assertThat(search.resolve("1")).doesNotExist();
            assertThat(search.resolve("2")).doesNotExist();
            assertThat(search.resolve("3")).isDirectory();
            while (Files.readString(Path.of("/proc/self/maps")).contains(search + "/" + (LAST - 1) + "/")) {
                Patience.aMoment(); // a reader of the old one is still being answered
            }
            assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain(search + "/1/", search + "/2/");
        }
    }

    private void publish(int release, Path search) {
        JdbcClient.create(owner)
                .sql("UPDATE working.kamu_hizmeti SET ad = ? WHERE alt_tip = 'eczane'")
                .param(name(release))
                .update();
        Publisher publisher = new Publisher(
                owner,
                MODEL,
                SmallCity.SRID,
                (draft, progress) -> List.of(),
                List.of(new PlaceIndexStep(owner, new PlaceIndexFolder(search))));
        publisher.draft(List.of("kamu_hizmetleri"), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/" + release, LocalDate.EPOCH, "test"));
        publisher.publish("test", null, Progress.silent());
    }

    /** As pruning does after an hour. */
    private void drop(int last) {
        JdbcClient.create(owner)
                .sql("UPDATE release.release SET state = 'dropped' WHERE release_no <= ?")
                .param(last)
                .update();
    }

    private void read(URI question) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(question).build();
        try {
            while (seen.get() < LAST && wrong.isEmpty()) {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) check(JsonMapper.shared().readTree(answer.body()));
                else wrong.add(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            wrong.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(JsonNode found) {
        long release = found.path("release").longValue();
        if (found.path("results").isEmpty()) wrong.add("nothing found in " + release);
        for (JsonNode hit : found.path("results")) {
            String title = hit.path("title").asString();
            boolean isOf = release == 1 ? !title.startsWith("Sürüm") : title.equals(name(release));
            if (!isOf) wrong.add(title + " in " + release);
        }
        answers.incrementAndGet();
        seen.accumulateAndGet(release, Math::max);
    }

    private static String name(long release) {
        return "Sürüm " + release + " Eczanesi";
    }
}
