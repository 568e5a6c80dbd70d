package tr.kentatlas.registry.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import tr.kentatlas.registry.soap.Contract;
import tr.kentatlas.registry.soap.SoapReader;
import tr.kentatlas.registry.soap.SoapWriter;
import tr.kentatlas.registry.soap.XmlNode;

class RegistrySimulatorTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void theSameSeedIsTheSameRegistry() {
        assertThat(truth(7)).isEqualTo(truth(7)).isNotEqualTo(truth(8));
    }

    private static RegistryBook.Content truth(long seed) {
        try (RegistrySimulator simulator = RegistrySimulator.start(options().withSeed(seed), InventedSeed.of(seed))) {
            return simulator.book().truth();
        }
    }

    @Test
    void noCodeIsGivenTwice() {
        RegistryBook.Content truth = truth(7);
        Set<Long> codes = new HashSet<>();
        assertThat(truth.doors()).hasSizeGreaterThan(150).allMatch(row -> codes.add(row.code()));
        assertThat(truth.buildings()).hasSizeGreaterThan(100).allMatch(row -> codes.add(row.code()));
        assertThat(truth.streets()).hasSizeGreaterThan(15).allMatch(row -> codes.add(row.code()));
        assertThat(truth.units()).hasSizeGreaterThan(200).allMatch(row -> codes.add(row.addressNo()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MahalleListele",
                "CsbmListele",
                "YapiListele",
                "NumaratajListele",
                "BagimsizBolumListele",
                "EnBuyukSurum"
            })
    void everyAnswerIsValidByTheContract(String operation) throws Exception {
        try (RegistrySimulator simulator = RegistrySimulator.start(options(), InventedSeed.of(7))) {
            for (FaultMode mode : new FaultMode[] {FaultMode.F10_TWICE, FaultMode.F17_NIL}) {
                simulator.faults().clear();
                simulator.faults().add(FaultRule.always(mode, FaultRule.ANY));
                byte[] answer = ask(simulator, operation);
                schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(body(answer))));
            }
        }
    }

    /** The element in the body as a document of its own. */
    private static byte[] body(byte[] envelope) {
        String text = new String(envelope, StandardCharsets.UTF_8);
        int from = text.indexOf("<soap:Body>") + "<soap:Body>".length();
        String element = text.substring(from, text.indexOf("</soap:Body>"));
        String name = element.substring(1, element.indexOf('>'));
        return element.replaceFirst(
                        "<" + name + ">",
                        "<" + name + " xmlns=\"" + Contract.NAMESPACE
                                + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Contract.class.getResource("/kentatlas/registry/registry.xsd"));
    }

    private static byte[] ask(RegistrySimulator simulator, String operation) throws IOException, InterruptedException {
        boolean top = operation.equals("MahalleListele");
        byte[] question = SoapWriter.signedBy("kentatlas", "kentatlas", Contract.NAMESPACE, operation, out -> {
            out.value(
                    top ? "IlceKimlikNo" : "MahalleKimlikNo", top ? InventedSeed.DISTRICT : InventedSeed.NEIGHBOURHOOD);
            out.value("SayfaNo", operation.equals("EnBuyukSurum") ? null : 1);
        });
        return post(simulator.address(), question).body();
    }

    @Test
    void writesOutliveTheProcessAndACutLastLine(@TempDir Path folder) throws Exception {
        SimulatorOptions options = options().keeping(folder.resolve("writes.log"));
        long code;
        try (RegistrySimulator simulator = RegistrySimulator.start(options, InventedSeed.of(7))) {
            code = write(simulator, "11111111-1111-1111-1111-111111111111", 33.1);
        }
        Files.writeString(folder.resolve("writes.log"), "PHNvYXA6RW52", StandardOpenOption.APPEND);
        try (RegistrySimulator again = RegistrySimulator.start(options, InventedSeed.of(7))) {
            assertThat(again.book().truth().buildings()).anyMatch(row -> row.code() == code);
            assertThat(write(again, "11111111-1111-1111-1111-111111111111", 33.1))
                    .isEqualTo(code);
            assertThat(write(again, "22222222-2222-2222-2222-222222222222", 33.2))
                    .isNotEqualTo(code);
        }
        try (RegistrySimulator third = RegistrySimulator.start(options, InventedSeed.of(7))) {
            assertThat(third.book().truth().buildings())
                    .filteredOn(row -> "YENİ".equals(row.name()))
                    .hasSize(2);
        }
    }

    @Test
    void aKeptSeedIsTheSameWhateverTheCityHasBecome(@TempDir Path folder) throws Exception {
        SimulatorOptions options = options().keeping(folder.resolve("writes.log"));
        Path file = folder.resolve("seed.gz");
        RegistryBook.Content before;
        try (RegistrySimulator simulator = RegistrySimulator.start(options, KeptSeed.in(file, InventedSeed.of(7)))) {
            assertThat(write(simulator, "11111111-1111-1111-1111-111111111111", 33.1))
                    .isPositive();
            before = simulator.book().truth();
        }
        try (RegistrySimulator again = RegistrySimulator.start(options, KeptSeed.in(file, InventedSeed.of(8)))) {
            assertThat(again.book().truth()).isEqualTo(before);
        }
    }

    private static long write(RegistrySimulator simulator, String key, double east) throws Exception {
        String shape = String.format(
                Locale.ROOT, "POLYGON ((%1$s 40, %2$s 40, %2$s 40.001, %1$s 40.001, %1$s 40))", east, east + 0.001);
        byte[] request = SoapWriter.signedBy("kentatlas", "kentatlas", Contract.NAMESPACE, "YapiKaydet", out -> {
            out.value("IstekNo", key);
            out.value("MahalleKimlikNo", InventedSeed.NEIGHBOURHOOD);
            out.value("Ad", "YENİ");
            out.value("Tip", "apartman");
            out.value("YapiDurum", "kullanimda");
            out.value("Geometri", shape);
        });
        XmlNode answer =
                SoapReader.read(post(simulator.address(), request).body()).body();
        return answer.requiredNumber("KimlikNo");
    }

    @Test
    void theControlSwitchesFaultsAndShowsTheJournal() throws Exception {
        try (RegistrySimulator simulator = RegistrySimulator.start(options(), InventedSeed.of(7))) {
            String control = simulator.control().toString();
            assertThat(order("POST", control + "/faults?mode=F07_HTML&operation=CsbmListele&times=1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(new String(ask(simulator, "CsbmListele"), StandardCharsets.UTF_8))
                    .contains("Bad Gateway");
            assertThat(new String(ask(simulator, "CsbmListele"), StandardCharsets.UTF_8))
                    .contains("CsbmListeleYanit");
            assertThat(order("GET", control + "/journal").body()).contains("F07_HTML", "\"doubled\":[]");
            assertThat(order("GET", control + "/state").body()).contains("\"neighbourhoods\":9");
            assertThat(order("POST", control + "/clock?advance=PT5M").statusCode())
                    .isEqualTo(200);
            assertThat(order("POST", control + "/quota?perMinute=1").statusCode())
                    .isEqualTo(200);
            HttpResponse<String> bad = order("POST", control + "/faults?mode=F99");
            assertThat(bad.statusCode()).isEqualTo(400);
            assertThat(bad.body()).contains("There is no fault F99.", "DELETE /control/faults");
        }
    }

    @Test
    void theQuotaIsRenewedWithTheMinute() throws Exception {
        try (RegistrySimulator simulator = RegistrySimulator.start(options().withQuota(2), InventedSeed.of(7))) {
            simulator.advance(Duration.ofMinutes(1));
            int answered = 0;
            for (int i = 0; i < 6; i++) {
                answered += new String(ask(simulator, "CsbmListele"), StandardCharsets.UTF_8).contains("Yanit") ? 1 : 0;
            }
            assertThat(answered).isBetween(2, 4); // a minute of the machine may end in between
            simulator.advance(Duration.ofMinutes(1));
            assertThat(new String(ask(simulator, "CsbmListele"), StandardCharsets.UTF_8))
                    .contains("Yanit");
        }
    }

    private static SimulatorOptions options() {
        return SimulatorOptions.onPort(0).withPageSize(50).withDelay(Duration.ZERO);
    }

    private static HttpResponse<byte[]> post(URI address, byte[] message) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofByteArray(message))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static HttpResponse<String> order(String method, String address) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
