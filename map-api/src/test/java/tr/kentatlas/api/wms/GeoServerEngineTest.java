package tr.kentatlas.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub.Fault;
import tr.kentatlas.api.thematic.geoserver.SetUpCity;

/** {@code /wms} beside a GeoServer: who is drawn by which engine, and what a reader sees when GeoServer fails. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GeoServerEngineTest {
    private static final String ID = "abcdefghijkm";
    private static final String SIZE =
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&FORMAT=image/png&WIDTH=120&HEIGHT=120&TRANSPARENT=TRUE&CRS=EPSG:5255";
    private static final GeoServerStub STUB = new GeoServerStub();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static DeskCity city;

    @SuppressWarnings("NullAway.Init")
    private static SetUpCity geoServer;

    private static byte[] embedded = {};

    @BeforeAll
    static void setUp() {
        city = DeskCity.with(Map.of(
                "kent.geoserver.url", STUB.url(), "kent.geoserver.patience", "400ms", "kent.geoserver.rest", "0ms"));
        geoServer = new SetUpCity(city.owner(), STUB);
        geoServer.map(ID, SetUpCity.FLOORS);
        embedded = get(map("bina"));
        assertThat(STUB.requests()).isEmpty();
        geoServer.apply();
    }

    @AfterAll
    static void close() {
        city.web().close();
        geoServer.close();
        HTTP.close();
    }

    @AfterEach
    void heal() {
        STUB.heal();
        STUB.forgetRequests();
    }

    @Test
    void publicLayersAndPublishedMapsAreDrawnThere() throws IOException {
        assertThat(isTheirs(get(map("bina")))).isTrue();
        assertThat(asked()).singleElement().asString().contains("/r1/wms", "layers=bina&", "srs=EPSG:5255");
        assertThat(isTheirs(get(map("parsel,theme:" + ID)))).isTrue();
        assertThat(asked().getLast()).contains("layers=parsel,tema_" + ID + "_");
        assertThat(isTheirs(get(map("bina").replace("STYLES=", "STYLES=theme:" + ID))))
                .isTrue();
        assertThat(asked().getLast()).contains("layers=tema_" + ID + "_");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "EMPTY_500",
                "WORDS_500",
                "PAGE_200",
                "REPORT_200",
                "EMPTY_400",
                "HANG",
                "TRICKLE",
                "DROP",
                "SMALL_PICTURE",
                "BROKEN_PICTURE"
            })
    void whateverGeoServerDoesWrongTheReaderSeesTheMap(Fault fault) {
        STUB.fail("GetMap", fault);
        assertThat(get(map("bina"))).isEqualTo(embedded);
        assertThat(asked()).isNotEmpty();
        STUB.heal();
        assertThat(get(map("bina"))).isNotEqualTo(embedded);
    }

    @Test
    void whoSeesMoreThanEverybodyNeverReachesIt() {
        String key = "Bearer " + SmallCity.ADMIN_KEY;
        assertThat(bytes(city.url() + map("bina"), "Authorization", key).statusCode())
                .isEqualTo(200);
        assertThat(STUB.requests()).isEmpty();
    }

    @Test
    void hiddenLayersAreNotEvenAskedFor() {
        assertThat(new String(get(map("sebeke_hatti")), StandardCharsets.UTF_8)).contains("LayerNotDefined");
        assertThat(new String(get(map("bina,bagimsiz_bolum")), StandardCharsets.UTF_8))
                .contains("LayerNotDefined");
        assertThat(STUB.requests()).isEmpty();
    }

    /** Also where an earlier version has given GeoServer all planned uses. */
    @Test
    void ofPlansThatLieOverOneAnotherNoneIsDrawnThere() throws IOException {
        city.database()
                .sql("INSERT INTO geoserver.layer (server, release_no, name) VALUES (?, 1, 'plan_kullanim_alani')")
                .param(STUB.url())
                .update();
        assertThat(isTheirs(get(map("plan_kullanim_alani")))).isFalse();
        assertThat(asked()).isEmpty();
    }

    @Test
    void aMapThatWasChangedSinceIsDrawnHereUntilItIsSetUpAgain() throws IOException {
        geoServer.map(ID, SetUpCity.FLOORS.replace("5", "3"));
        assertThat(isTheirs(get(map("theme:" + ID)))).isFalse();
        assertThat(STUB.requests()).isEmpty();
        geoServer.apply();
        assertThat(isTheirs(get(map("theme:" + ID)))).isTrue();
    }

    @Test
    void informationAndLegendsAreAlwaysOurs() {
        get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=theme:" + ID);
        get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities");
        assertThat(STUB.requests()).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aDeadGeoServerIsNotWaitedFor() {
        STUB.close();
        for (int i = 0; i < 5; i++) assertThat(get(map("bina"))).isEqualTo(embedded);
    }

    /** The stub draws one square in the middle and nothing else. */
    private static boolean isTheirs(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int colour = image.getRGB(60, 60);
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 120; x++) {
                boolean inside = x >= 30 && x < 90 && y >= 30 && y < 90;
                if (image.getRGB(x, y) != (inside ? colour : 0)) return false;
            }
        }
        return colour != 0;
    }

    private static List<String> asked() {
        return STUB.requests().stream()
                .filter(request -> request.contains("GetMap"))
                .toList();
    }

    private static String map(String layers) {
        String box = city.database()
                .sql("SELECT ST_YMin(b) || ',' || ST_XMin(b) || ',' || ST_YMax(b) || ',' || ST_XMax(b) FROM (SELECT"
                        + " ST_Expand(ST_Centroid(ST_Extent(geom)), 250) AS b FROM acik_"
                        + city.database()
                                .sql("SELECT snapshot_id FROM release.snapshot WHERE theme = 'bina'")
                                .query(Long.class)
                                .single()
                        + ".bina) AS middle")
                .query(String.class)
                .single();
        String styles = ",".repeat((int) layers.chars().filter(c -> c == ',').count());
        return SIZE.replace("STYLES=", "STYLES=" + styles) + "&LAYERS=" + layers + "&BBOX=" + box;
    }

    private static byte[] get(String path) {
        return bytes(city.url() + path).body();
    }

    private static HttpResponse<byte[]> bytes(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) request.headers(headers);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
