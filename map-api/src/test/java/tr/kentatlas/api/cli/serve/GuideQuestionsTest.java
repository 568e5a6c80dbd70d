package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What citizens type, before a real service. */
class GuideQuestionsTest {
    private final GuideClient guide = GuideClient.shared();

    /** What is typed, how it is understood, and what comes first: its title or the code of its kind, or the latitude. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ATATÜRK BULVARI | words | Atatürk Bulvarı",
                "ataturk blv | words | Atatürk Bulvarı",
                "atatrük bulvari | words | Atatürk Bulvarı",
                "cumhurıyet cadesi | words | Cumhuriyet Caddesi",
                "CUMHURİYET CD. | words | Cumhuriyet Caddesi",
                "cumhuriyet mh. | words | Cumhuriyet Mahallesi",
                "KÜLTÜR MAH. | words | Kültür Mahallesi",
                "1402 sk | words | 1402 Sokak",
                "34 örnekova | words | Örnekova",
                "No: 9999 Atatürk Bulvarı | address | Atatürk Bulvarı",
                "atatürk bulvarı migros karşısı | words | Atatürk Bulvarı",
                "eczaneler | words | eczane",
                "pharmacies | words | eczane",
                "cumhuriyet mah eczane | words | eczane",
                "atatürk bulvarı eczane | words | eczane",
                "eczane atatürk bulvarı | words | eczane",
                "en yakın eczane | nearest | eczane",
                "cumhuriyet mahallesi en yakın eczane | nearest | eczane",
                "where is the nearest pharmacy? | nearest | eczane",
                "HASTANE | words | hastane",
                "nearest hospital | nearest | hastane",
                "hastahane | words | hastane",
                "nearest bus stop | nearest | durak",
                "otobüs durağı | words | durak",
                "park | words | park",
                "parks | words | park",
                "cumhuriyet mahallesi park | words | park",
                "en yakın park nerede | nearest | park",
                "kütüpane | words | kutuphane",
                "cami | words | cami",
                "benzinlik | words | akaryakit",
                "polis | words | polisMerkezi",
                "town hall | words | belediyeBinasi",
                "belediyeye nasıl giderim | words | belediyeBinasi",
                "itfaiye telefon | words | itfaiye",
                "muhtarlık cumhuriyet | words | Cumhuriyet Mahallesi Muhtarlığı",
                "112 nolu ada 10 nolu parsel | parcel | 112 ada 10 parsel",
                "Parsel: 10, Ada: 112 | parcel | 112 ada 10 parsel",
                "39 54.5 K 32 51.2 D | position | 39.908333",
                "39°54.5' 32°51.2' | position | 39.908333",
                "N 39° 54.5' E 32° 51.2' | position | 39.908333",
                "K39°54'30\" D32°51'12\" | position | 39.908333"
            })
    void whatCitizensTypeIsAnsweredWithWhatTheyMean(String typed, String understood, String meant) {
        JsonNode found = guide.json("/api/guide/search?lon=32.99&lat=39.9&q=" + GuideClient.encoded(typed));
        assertThat(found.path("understood").asString()).isEqualTo(understood);
        JsonNode first = found.path("results").path(0);
        JsonNode written = found.path("position").path("systems").path(0).path("text");
        assertThat(List.of(
                        first.path("title").asString(""),
                        first.path("code").asString(""),
                        written.asString("").split(",", -1)[0]))
                .as(found.toString())
                .contains(meant);
    }

    @Test
    void aQuestionForWhoIsOpenIsAnsweredWithThoseOrAsOneForDuty() {
        JsonNode found = guide.json("/api/guide/search?q=" + GuideClient.encoded("açık eczane"));
        boolean isOpen = !found.path("results").isEmpty();
        assertThat(found.path("understood").asString()).isEqualTo(isOpen ? "open" : "duty");
        assertThat(found.path("results"))
                .allSatisfy(hit -> assertThat(hit.path("open").booleanValue()).isTrue());
    }

    @Test
    void whereAPharmacyIsAskedForItsDistancesBegin() {
        JsonNode found =
                guide.json("/api/guide/search?q=" + GuideClient.encoded("cumhuriyet mahallesi nöbetçi eczane"));
        assertThat(found.path("around").path("title").asString()).isEqualTo("Cumhuriyet Mahallesi");
        assertThat(found.path("loose").booleanValue()).isFalse();
        assertThat(found.path("results"))
                .allSatisfy(hit -> assertThat(hit.has("distance")).isTrue());
        String there = "&lon=" + found.path("around").path("longitude") + "&lat="
                + found.path("around").path("latitude");
        String again = GuideClient.encoded("cumhuriyet mahallesi nöbetçi eczane") + there;
        assertThat(guide.json("/api/guide/search?q=" + again).has("around")).isFalse();
        JsonNode unknown = guide.json("/api/guide/search?q=" + GuideClient.encoded("xyzxyz mahallesi nöbetçi eczane"));
        assertThat(unknown.has("around")).isFalse();
        assertThat(unknown.path("loose").booleanValue()).isTrue();
    }
}
