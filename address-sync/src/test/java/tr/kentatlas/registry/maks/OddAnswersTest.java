package tr.kentatlas.registry.maks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.port.Answer;
import tr.kentatlas.registry.port.RegistryFailure;
import tr.kentatlas.registry.port.RegistryList;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WriteOutcome;

/** Whatever answers in the registry's place: a read fails with words, and a write is never taken for done, nor for surely not done. */
class OddAnswersTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String FAULT = OddServer.envelope(
            "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Bakım var.</faultstring></soap:Fault>");

    @Test
    void aFaultUnderStatus200IsAFault() throws IOException {
        try (OddServer server = OddServer.saying(FAULT)) {
            told(server, ResultCode.OUTAGE, Remark.theirs("Bakım var."));
            assertThat(write(server.address())).isInstanceOf(WriteOutcome.Uncertain.class);
        }
    }

    @Test
    void aCompressedAnswerIsNotUnpackedHoweverSmallItLooks() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 1_000; i++) out.write(new byte[100_000]);
        }
        try (OddServer server = OddServer.saying(200, "text/xml", packed.toByteArray())) {
            told(server, ResultCode.CONTRACT_CHANGED, http(Saying.COMPRESSED));
            assertThat(write(server.address())).isInstanceOf(WriteOutcome.Uncertain.class);
        }
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() throws IOException {
        try (OddServer server = OddServer.doing(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) out.write(part);
            }
        })) {
            told(server, ResultCode.OUTAGE, Remark.of(Saying.ANSWER_TOO_LARGE, 32_000_000));
        }
    }

    @Test
    void anAnswerThatDripsTakesNoLongerThanAnswersMay() throws IOException {
        try (OddServer server = OddServer.doing(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000_000; i++) {
                    out.write('<');
                    out.flush();
                    LockSupport.parkNanos(50_000_000);
                }
            }
        })) {
            MaksRegistry hasty = registry(server.address(), Duration.ofSeconds(1));
            told(hasty, ResultCode.OUTAGE, Remark.of(Saying.NO_ANSWER_WITHIN, 1));
        }
    }

    @Test
    void aListWithoutEndIsNotBegun() throws IOException {
        String list = OddServer.envelope("<YapiListeleYanit><Bilgi><Kod>0</Kod></Bilgi>"
                + "<ToplamSayfa>2147483647</ToplamSayfa></YapiListeleYanit>");
        try (OddServer server = OddServer.saying(list)) {
            told(server, ResultCode.CONTRACT_CHANGED, http(Saying.TOO_MANY_PAGES, Integer.MAX_VALUE));
        }
    }

    @Test
    void theEncodingOfTheXmlCountsAndNoOther() throws IOException {
        byte[] bytes = OddServer.envelope("<YapiListeleYanit><Ad>IŞIK</Ad></YapiListeleYanit>")
                .getBytes(Charset.forName("windows-1254"));
        try (OddServer server = OddServer.saying(200, "text/xml; charset=utf-8", bytes)) {
            told(server, ResultCode.CONTRACT_CHANGED, http(Saying.OTHER_ENCODING));
        }
    }

    @Test
    void aRedirectionIsToldAndNotFollowed() throws IOException {
        try (OddServer other = OddServer.saying("");
                OddServer server = OddServer.doing(exchange -> {
                    exchange.getResponseHeaders()
                            .set("Location", other.address().toString());
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                })) {
            told(server, ResultCode.CONTRACT_CHANGED, Remark.of(Saying.ADDRESS_MOVED, 302));
            assertThat(write(server.address())).isInstanceOf(WriteOutcome.NotDone.class);
            assertThat(other.asked).hasValue(0);
        }
    }

    @Test
    void aCertificateNobodyKnowsEndsTheCallBeforeAnythingIsSent(@TempDir Path folder) throws Exception {
        try (OddServer server = OddServer.selfSigned(folder)) {
            assertNotSecured(server.address());
            assertThat(write(server.address())).isInstanceOf(WriteOutcome.NotDone.class);
            assertThat(server.asked).hasValue(0);
        }
    }

    @Test
    void aServerWithoutTlsGetsNoPasswordWhereTlsWasWanted() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(plain));
            URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/adres-kayit");
            assertNotSecured(address);
            assertThat(write(address)).isInstanceOf(WriteOutcome.NotDone.class);
        }
    }

    private static void refuse(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket socket = plain.accept()) {
                socket.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                // To its end: hanging up on unread bytes would take the answer back.
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The caller hung up, or the test is over.
            }
        }
    }

    private static void told(OddServer server, ResultCode code, Remark remark) {
        told(registry(server.address(), LONG), code, remark);
    }

    private static void told(MaksRegistry registry, ResultCode code, Remark remark) {
        assertThat(failure(registry)).isEqualTo(new Answer(code, null, remark));
    }

    private static void assertNotSecured(URI address) {
        Answer answer = failure(registry(address, LONG));
        assertThat(answer.code()).isEqualTo(ResultCode.OUTAGE);
        assertThat(answer.said()).extracting(Remark::saying).isEqualTo(Saying.NO_SECURE_CONNECTION_BECAUSE);
    }

    private static Answer failure(MaksRegistry registry) {
        return catchThrowableOfType(RegistryFailure.class, () -> registry.list(RegistryList.BUILDINGS, 1, 1))
                .answer();
    }

    private static Remark http(Saying wrong, Object... values) {
        return Remark.of(Saying.HTTP_ANSWER, 200, Remark.of(wrong, values));
    }

    private static WriteOutcome write(URI address) {
        return registry(address, LONG).send(Trial.building(1), Trial.key());
    }

    private static MaksRegistry registry(URI address, Duration patience) {
        MaksSettings settings = MaksSettings.of(address, "kentatlas", new Secret("gizli"))
                .trying(1, Duration.ZERO)
                .waiting(patience);
        return new MaksRegistry(settings, Clock.systemUTC(), pause -> {});
    }
}
