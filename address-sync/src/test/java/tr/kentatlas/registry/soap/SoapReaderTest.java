package tr.kentatlas.registry.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.registry.soap.SoapWriter.Absent;

class SoapReaderTest {
    private static final String NS = Contract.NAMESPACE;

    @Test
    void whatIsWrittenIsRead() {
        byte[] message = SoapWriter.signedBy("kent", "<gizli & \"şifre\">", NS, "Soru", out -> {
            out.value("Ad", "IĞDIR <&> İzmir ]]>");
            out.value("Yok", null);
            out.element("Liste", list -> list.value("Kod", 4_000_000_000L));
        });
        SoapReader.Message read = SoapReader.read(message);
        assertThat(read.body().namespace()).isEqualTo(NS);
        assertThat(read.body().name()).isEqualTo("Soru");
        assertThat(read.body().text("Ad")).contains("IĞDIR <&> İzmir ]]>");
        assertThat(read.body().child("Yok")).isEmpty();
        assertThat(read.body().child("Liste").orElseThrow().requiredNumber("Kod"))
                .isEqualTo(4_000_000_000L);
        assertThat(read.security().flatMap(s -> s.child("UsernameToken")).flatMap(t -> t.text("Password")))
                .contains("<gizli & \"şifre\">");
    }

    @Test
    void missingEmptyAndNilAreNothing() {
        for (Absent style : Absent.values()) {
            byte[] message = SoapWriter.plain(style, NS, "Satir", out -> out.value("Ad", null));
            assertThat(SoapReader.read(message).body().text("Ad"))
                    .as(style.name())
                    .isEmpty();
        }
    }

    @Test
    void aFileOfThisMachineIsNotReadForAnybody(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "top-secret");
        String message = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + envelope("<x>&e;</x>");
        assertThatThrownBy(() -> read(message))
                .isInstanceOf(MessageTrouble.class)
                .hasMessageContaining("document-type")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void deepNestingEndsBeforeTheStackDoes() {
        assertThatThrownBy(() -> read(envelope("<a>".repeat(100_000) + "</a>".repeat(100_000))))
                .isInstanceOf(MessageTrouble.class)
                .hasMessageContaining("nested-too-deep");
    }

    @Test
    void everyCutOfAMessageIsNoticed() {
        byte[] whole = envelope("<x xmlns=\"" + NS + "\"><Ad>IĞDIR</Ad></x>").getBytes(StandardCharsets.UTF_8);
        assertThat(read(whole).body().text("Ad")).contains("IĞDIR");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as(length + " bytes").isInstanceOf(MessageTrouble.class);
        }
    }

    /** Bytes flipped at random never bring anything but a message or a complaint. */
    @Test
    void noiseIsAComplaintOrAMessage() {
        Random random = new Random(3);
        byte[] whole = envelope("<x><Ad a='b'>IĞDIR</Ad></x>").getBytes(StandardCharsets.UTF_8);
        int complaints = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] noisy = whole.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(noisy).body().name()).isNotEmpty();
            } catch (MessageTrouble | SoapFault e) {
                complaints++;
            }
        }
        assertThat(complaints).isGreaterThan(1_000);
    }

    @Test
    void aDeclaredTurkishEncodingIsReadAndAWrongOneTold() {
        Charset turkish = Charset.forName("windows-1254");
        String declared = "<?xml version=\"1.0\" encoding=\"windows-1254\"?>" + envelope("<x><Ad>IŞIK</Ad></x>");
        assertThat(read(declared.getBytes(turkish)).body().text("Ad")).contains("IŞIK");
        assertThatThrownBy(() -> read(envelope("<x><Ad>IŞIK</Ad></x>").getBytes(turkish)))
                .hasMessageContaining("other-encoding");
    }

    @Test
    void aFaultIsThrownWithItsCode() {
        byte[] fault = SoapWriter.fault("wsse:FailedAuthentication", "olmaz");
        List<XmlNode> children = new ArrayList<>();
        assertThatThrownBy(() -> SoapReader.stream(fault, children::add)).isInstanceOfSatisfying(SoapFault.class, e -> {
            assertThat(e.code()).isEqualTo("FailedAuthentication");
            assertThat(e.text()).isEqualTo("olmaz");
        });
    }

    @Test
    void whatIsNoSoapIsToldByWhatItIs() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty-answer");
        assertThatThrownBy(() -> read("  <!DOCTYPE HTML><p>x")).hasMessageContaining("html-page");
        assertThatThrownBy(() -> read("{\"a\":1}")).hasMessageContaining("not-well-formed");
        assertThatThrownBy(() -> read("<a/>")).hasMessageContaining("not-soap[Envelope");
        assertThatThrownBy(() -> read(envelope(""))).hasMessageContaining("empty-body");
    }

    private static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"" + SoapReader.ENVELOPE + "\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
    }

    private static SoapReader.Message read(String message) {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    private static SoapReader.Message read(byte[] message) {
        return SoapReader.read(message);
    }
}
