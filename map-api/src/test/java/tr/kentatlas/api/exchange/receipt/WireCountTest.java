package tr.kentatlas.api.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last door before the wire, when the journal fails in the very moment an answer leaves. */
class WireCountTest {
    private static final String BODY = "{\"features\":[1,2,3]}";

    @TempDir
    Path folder;

    private final CountDownLatch hasStopped = new CountDownLatch(1);
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    @SuppressWarnings("NullAway.Init")
    private ReceiptJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new ReceiptJournal(folder);
        WireCount door = new WireCount(journal);
        door.setHandler(new Answers());
        server.setHandler(door);
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        journal.close();
    }

    @Test
    void anAnswerThatIsWrittenDownLeaves() throws Exception {
        assertThat(answer("/whole").getContent()).isEqualTo(BODY);
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file).replace("\0", ""))
                            .hasLineCount(1)
                            .contains("\tbina\titems\t")
                            .contains("\t" + BODY.length() + "\t"));
        }
    }

    @Test
    void aShortAnswerThatCannotBeWrittenDownIsUnavailableAndNothingOfItLeaves() throws Exception {
        nothingCanBeWritten();
        HttpTester.Response refused = answer("/whole");
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.get(HttpHeader.ETAG)).isNull();
        assertThat(refused.getContent()).doesNotContain("features");
    }

    @Test
    void ofOneThatWouldLeaveInPiecesNothingCountsEvenWhenTheJournalWorksAgain() throws Exception {
        nothingCanBeWritten();
        HttpTester.Response refused = answer("/pieces");
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getContent()).doesNotContain("features");
        assertThat(hasStopped.await(10, TimeUnit.SECONDS)).isTrue();
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).isEmpty();
        }
    }

    @Test
    void aPageElsewhereCanReadWhy() throws Exception {
        nothingCanBeWritten();
        HttpTester.Response refused = answer("/whole");
        assertThat(refused.get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(refused.get(HttpHeader.VARY)).isEqualTo("Authorization");
    }

    /** A file stands where the folder was. */
    private void nothingCanBeWritten() throws Exception {
        Files.delete(folder);
        Files.createFile(folder);
    }

    private void everythingCanBeWrittenAgain() {
        try {
            Files.delete(folder);
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpTester.Response answer(String path) throws Exception {
        return HttpTester.parseResponse(connector.getResponse(
                "GET " + path + " HTTP/1.1\r\nHost: city\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n"));
    }

    /** Tells of a building and sends it, at once or piece by piece. */
    private final class Answers extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            OneBuilding building = new OneBuilding();
            ((Sent) request.getAttribute(Sent.ATTRIBUTE)).join(building);
            response.getHeaders().put(HttpHeader.ETAG, "\"1\"");
            response.getHeaders().put("Access-Control-Allow-Origin", "*");
            response.getHeaders().put(HttpHeader.VARY, "Authorization");
            ByteBuffer body = ByteBuffer.wrap(BODY.getBytes(StandardCharsets.US_ASCII));
            if (Request.getPathInContext(request).equals("/whole")) {
                response.write(true, body, callback);
            } else {
                Runnable rest = () -> response.write(true, body.slice(5, body.limit() - 5), callback);
                response.write(
                        false, body.slice(0, 5), Callback.from(rest, failure -> goOn(building, callback, failure)));
            }
            return true;
        }

        /** One more was told before it came to know; meanwhile there is room again. */
        private void goOn(OneBuilding building, Callback callback, Throwable failure) {
            everythingCanBeWrittenAgain();
            building.isTold = false;
            callback.failed(failure);
            hasStopped.countDown();
        }
    }

    private static final class OneBuilding implements Sent.Part {
        private boolean isTold;

        @Override
        public void tell(long bytes, List<Line> lines) {
            if (isTold) return;
            isTold = true;
            Line.Features one = new Line.Features(List.of(new UUID(0, 1)));
            lines.add(new Line(new Line.Under(1, 1, 1), "bina", "items", Instant.EPOCH, 1, bytes, one));
        }

        @Override
        public long weight() {
            return 1;
        }
    }
}
