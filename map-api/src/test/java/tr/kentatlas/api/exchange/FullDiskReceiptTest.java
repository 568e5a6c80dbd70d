package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;

/** On a full disk nothing leaves that cannot be written down; what was written down before stays, and with room again it goes on. */
class FullDiskReceiptTest {
    private static final int MEGABYTES = 4;
    private static final int MOST_ANSWERS = 300;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallDisk disk;

    @SuppressWarnings("NullAway.Init")
    private ExchangeCity city;

    @BeforeEach
    void open() throws Exception {
        disk = SmallDisk.at(folder, MEGABYTES);
        city = new ExchangeCity(disk.folder().resolve("journal"));
    }

    @AfterEach
    @SuppressWarnings("NullAway")
    void close() throws Exception {
        if (city != null) city.close();
        if (disk != null) disk.close();
    }

    @Test
    void whatCannotBeWrittenDownIsNotSentAndWhatWasStays() throws Exception {
        Partnership partner = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
        List<String> recorded = Channels.of(city).recorded();
        for (String address : recorded) answers(address, partner, 200);
        Map<String, Long> once = statement(partner);
        assertThat(once).hasSizeGreaterThanOrEqualTo(7);
        disk.fill();
        useUpTheRoomTakenAhead(partner);
        for (String address : recorded)
            assertThat(answers(address, partner, 503)).contains("make room on the disk");
        Map<String, Long> before = statement(partner);
        disk.makeRoom();
        assertThat(statement(partner)).isEqualTo(before);
        for (String address : recorded) answers(address, partner, 200);
        once.forEach((channel, answers) -> before.merge(channel, answers, Long::sum));
        assertThat(statement(partner)).isEqualTo(before);
    }

    @Test
    void aDiskThatIsNearlyFullIsLeftToTheAnswersUnderWay() throws Exception {
        Partnership partner = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
        List<String> recorded = Channels.of(city).recorded();
        disk.fillBut(64 << 10);
        for (String address : recorded) answers(address, partner, 503);
        assertThat(statement(partner)).isEmpty();
    }

    private void useUpTheRoomTakenAhead(Partnership partner) {
        int status = 200;
        for (int i = 0; i < MOST_ANSWERS && status == 200; i++)
            status = city.get("/ogc/collections/bina/items?limit=10000", partner.header())
                    .statusCode();
        assertThat(status).isEqualTo(503);
    }

    private String answers(String address, Partnership partner, int status) {
        HttpResponse<String> answer = city.get(address, partner.header());
        assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    private Map<String, Long> statement(Partnership partner) {
        Map<String, Long> answers = new TreeMap<>();
        city.json("/exchange/statistics", partner)
                .path("use")
                .forEach(use -> answers.merge(
                        use.path("channel").asString(), use.path("answers").asLong(), Long::sum));
        return answers;
    }
}
