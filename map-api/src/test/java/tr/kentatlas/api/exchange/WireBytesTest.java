package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;

/** The statement's bytes are those that came over the wire, compressed or streamed, whole or in parts. */
class WireBytesTest {
    private static final String FILE = "/exchange/releases/1/bina.gpkg";
    private static final String WMS =
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina,parsel&STYLES=&CRS=CRS:84&BBOX=32.8,39.8,33.1,40.0"
                    + "&WIDTH=64&HEIGHT=64&FORMAT=image/png";

    private static final ExchangeCity CITY = ExchangeCity.shared();

    @Test
    void everyChannelCountsWhatItSent() {
        Partnership partner =
                CITY.partner(CITY.draft().sharing("bina", "zeminUstuKatSayisi").sharing("parsel", "adaNo"));
        Map<String, Long> came = new TreeMap<>();
        for (String encoding : new String[] {"gzip", "identity"}) {
            came.merge("items", get(partner, "/ogc/collections/bina/items?limit=1000", encoding), Long::sum);
            came.merge("items", get(partner, "/ogc/collections/bina/items?limit=1", encoding), Long::sum);
            came.merge("tiles", get(partner, "/ogc/tiles/WebMercatorQuad/" + CITY.tile(), encoding), Long::sum);
            came.merge("wms", get(partner, WMS, encoding), Long::sum);
            came.merge("changes", get(partner, "/exchange/changes?limit=10000", encoding), Long::sum);
            came.merge("gpkg", get(partner, FILE, encoding), Long::sum);
        }
        lines(partner, came);
        came.values().removeIf(bytes -> bytes == 0);
        CITY.ship();
        assertThat(came).hasSizeGreaterThanOrEqualTo(5);
        assertThat(told(partner, "bytes")).isEqualTo(came);
    }

    private static void lines(Partnership partner, Map<String, Long> came) {
        HttpResponse<byte[]> lines = CITY.bytes(
                "/exchange/changes", "Authorization", "Bearer " + partner.key(), "Accept", "application/x-ndjson");
        came.merge("changes", (long) lines.body().length, Long::sum);
    }

    @Test
    void whatHasNoContentHasNoBytes() {
        Partnership partner = CITY.partner(CITY.draft().sharing("bina", "zeminUstuKatSayisi"));
        HttpResponse<byte[]> file = CITY.bytes(FILE, partner.header());
        String tag = file.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = CITY.bytes(FILE, "Authorization", "Bearer " + partner.key(), "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        String weakened = "\"another\", W/" + tag;
        assertThat(CITY.bytes(FILE, "Authorization", "Bearer " + partner.key(), "If-None-Match", weakened)
                        .statusCode())
                .isEqualTo(304);
        CITY.ship();
        assertThat(told(partner, "answers")).isEqualTo(Map.of("gpkg", 1L));
        assertThat(told(partner, "bytes")).isEqualTo(Map.of("gpkg", (long) file.body().length));
    }

    @Test
    void whereNoPartIsThereNothingOfTheFileLeaves() {
        Partnership partner = CITY.partner(CITY.draft().sharing("bina", "zeminUstuKatSayisi"));
        for (String wanted : List.of("999999999-", "abc", "10-5", "-0", "0-,0-", "0-9,999999999-")) {
            HttpResponse<byte[]> answer = part(partner, "bytes=" + wanted);
            assertThat(answer.statusCode()).as(wanted).isEqualTo(416);
            assertThat(answer.body()).as(wanted).isEmpty();
            assertThat(answer.headers().firstValue("Content-Range").orElse("")).matches("bytes \\*/\\d+");
        }
        CITY.ship();
        assertThat(told(partner, "bytes")).isEmpty();
    }

    @Test
    void aPartInAnUnknownUnitIsTheWholeFileAndIsTold() {
        Partnership partner = CITY.partner(CITY.draft().sharing("bina", "zeminUstuKatSayisi"));
        HttpResponse<byte[]> whole = part(partner, "items=0-1");
        assertThat(whole.statusCode()).isEqualTo(200);
        CITY.ship();
        assertThat(told(partner, "features")).isEqualTo(Map.of("gpkg", buildings()));
        assertThat(told(partner, "bytes")).isEqualTo(Map.of("gpkg", (long) whole.body().length));
    }

    private static HttpResponse<byte[]> part(Partnership partner, String range) {
        return CITY.bytes(FILE, "Authorization", "Bearer " + partner.key(), "Range", range);
    }

    @Test
    void aFileFetchedInPartsCountsItsBytesOnceAndItsFeaturesOnce() {
        Partnership partner = CITY.partner(CITY.draft().sharing("bina", "zeminUstuKatSayisi"));
        long length = CITY.bytes(FILE, "Authorization", "Bearer " + partner.key(), "Range", "bytes=0-999")
                .headers()
                .firstValue("Content-Range")
                .map(range -> Long.parseLong(range.substring(range.indexOf('/') + 1)))
                .orElseThrow();
        HttpResponse<byte[]> rest =
                CITY.bytes(FILE, "Authorization", "Bearer " + partner.key(), "Range", "bytes=1000-");
        assertThat(rest.statusCode()).isEqualTo(206);
        CITY.ship();
        assertThat(told(partner, "bytes")).isEqualTo(Map.of("gpkg", length));
        assertThat(told(partner, "answers")).isEqualTo(Map.of("gpkg", 1L));
        assertThat(told(partner, "features")).isEqualTo(Map.of("gpkg", buildings()));
    }

    /** GDAL reads a GeoPackage over HTTP in hundreds of parts: each would name a million features. */
    @Test
    void ofManyPartsOfAFileOneNamesItsFeatures() throws Exception {
        Partnership partner = CITY.partner(CITY.draft().sharing("bina", "zeminUstuKatSayisi"));
        for (int i = 9; i >= 0; i--) part(partner, "bytes=" + 100 * i + "-" + (100 * i + 99));
        part(partner, "bytes=0-99");
        assertThat(naming(partner)).hasSize(1);
        CITY.ship();
        assertThat(told(partner, "bytes")).isEqualTo(Map.of("gpkg", 1_100L));
        assertThat(told(partner, "answers")).isEqualTo(Map.of("gpkg", 2L));
        assertThat(told(partner, "features")).isEqualTo(Map.of("gpkg", 2 * buildings()));
        assertThat(CITY.database()
                        .sql("SELECT count(*) FROM exchange.receipt WHERE agreement_id = ?")
                        .param(partner.agreement().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(buildings());
    }

    /** The lines of the journal that name features. */
    private static List<String> naming(Partnership partner) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CITY.bean(City.class).journal())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".receipts")).toList())
                lines.addAll(Files.readAllLines(file));
        }
        return lines.stream()
                .filter(line -> line.matches(partner.agreement().id() + "\t.*\t[FA]\t\\S+"))
                .toList();
    }

    @Test
    void aPartOfAFileThatIsAnotherNowIsTheWholeOfIt() {
        Partnership partner = CITY.partner(CITY.draft().sharing("bina", "zeminUstuKatSayisi"));
        HttpResponse<byte[]> file = CITY.bytes(FILE, partner.header());
        String[] older = {
            "Authorization", "Bearer " + partner.key(), "Range", "bytes=5-", "If-Range", "\"another-file\""
        };
        HttpResponse<byte[]> whole = CITY.bytes(FILE, older);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(file.body());
        older[5] = file.headers().firstValue("ETag").orElseThrow();
        assertThat(CITY.bytes(FILE, older).statusCode()).isEqualTo(206);
    }

    private static long buildings() {
        return CITY.database()
                .sql("SELECT (row_counts->>'bina')::bigint FROM release.snapshot WHERE theme = 'bina' LIMIT 1")
                .query(Long.class)
                .single();
    }

    private static long get(Partnership partner, String path, String encoding) {
        HttpResponse<byte[]> answer =
                CITY.bytes(path, "Authorization", "Bearer " + partner.key(), "Accept-Encoding", encoding);
        assertThat(answer.statusCode()).as(path).isIn(200, 204);
        return answer.body().length;
    }

    /** By channel, all layers of it together. */
    private static Map<String, Long> told(Partnership partner, String figure) {
        Map<String, Long> told = new TreeMap<>();
        CITY.json("/exchange/statistics", partner)
                .path("use")
                .forEach(use -> told.merge(
                        use.path("channel").asString(), use.path(figure).asLong(), Long::sum));
        assertThat(LongStream.of(told.values().stream().mapToLong(n -> n).toArray())
                        .allMatch(n -> n >= 0))
                .isTrue();
        return told;
    }
}
