package tr.kentatlas.api.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.desk.DeskCity;

class WmsTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final String MAP =
            "/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=bina&STYLES=&FORMAT=image/png&WIDTH=300&HEIGHT=300";

    @ParameterizedTest
    @CsvSource({"1.3.0,WMS_Capabilities", "1.1.1,WMT_MS_Capabilities"})
    void capabilitiesNameEveryGrantedTypeInBothVersions(String version, String root) throws Exception {
        String text = text("/wms?service=WMS&request=GetCapabilities&version=" + version);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo(root);
        assertThat(text).contains("<Name>bina</Name>", "<Name>parsel</Name>", "EPSG:" + SmallCity.SRID);
        assertThat(text).doesNotContain("<Name>sebeke_hatti</Name>");
    }

    @Test
    void everySystemAndBothVersionsShowTheSamePlace() throws IOException {
        BufferedImage mercator = image(MAP + "&VERSION=1.3.0&CRS=EPSG:3857&BBOX=" + box(3857, false));
        assertSimilar(mercator, image(MAP + "&VERSION=1.1.1&SRS=EPSG:3857&BBOX=" + box(3857, false)));
        String degrees = box(4326, false);
        String turned = box(4326, true);
        BufferedImage crs84 = image(MAP + "&VERSION=1.3.0&CRS=CRS:84&BBOX=" + degrees);
        assertSimilar(crs84, image(MAP + "&VERSION=1.3.0&CRS=EPSG:4326&BBOX=" + turned));
        assertSimilar(crs84, image(MAP + "&VERSION=1.1.1&SRS=EPSG:4326&BBOX=" + degrees));
        BufferedImage metres = image(MAP + "&VERSION=1.1.1&SRS=EPSG:5255&BBOX=" + box(SmallCity.SRID, false));
        assertSimilar(metres, image(MAP + "&VERSION=1.3.0&CRS=EPSG:5255&BBOX=" + box(SmallCity.SRID, true)));
        assertThat(share(mercator)).isBetween(0.02, 0.9);
        assertThat(share(crs84)).isCloseTo(share(mercator), offset(0.02));
        assertThat(share(metres)).isCloseTo(share(mercator), offset(0.03));
    }

    @ParameterizedTest
    @CsvSource({
        "WIDTH=100000&HEIGHT=10&LAYERS=bina,WIDTH",
        "WIDTH=10&HEIGHT=x&LAYERS=bina,HEIGHT",
        "WIDTH=10&HEIGHT=10&LAYERS=bina%2Cparsel%2Cbina,LAYERS",
        "WIDTH=10&HEIGHT=10&LAYERS=bagimsiz_bolum,LayerNotDefined",
        "WIDTH=10&HEIGHT=10&LAYERS=sebeke_hatti,LayerNotDefined",
        "WIDTH=10&HEIGHT=10&LAYERS=bina&STYLES=neon,StyleNotDefined",
        "WIDTH=10&HEIGHT=10&LAYERS=bina&FORMAT=image/tiff,InvalidFormat",
        "WIDTH=10&HEIGHT=10&LAYERS=bina&BGCOLOR=pink,BGCOLOR",
    })
    void whatCannotBeDrawnIsRefusedByName(String query, String told) {
        String answer = text("/wms?REQUEST=GetMap&VERSION=1.3.0&CRS=EPSG:3857&BBOX=0,0,10,10&" + query);
        assertThat(answer).contains("ServiceExceptionReport", "version=\"1.3.0\"", told);
    }

    @Test
    void aFaultThatQuotesWhatXmlCannotCarryIsXmlAllTheSame() throws Exception {
        String answer = text("/wms?REQUEST=GetMap&VERSION=1.3.0&CRS=EPSG:3857&BBOX=0,0,10,10&WIDTH=10&HEIGHT=10"
                + "&LAYERS=a%01%1Fb%EF%BF%BEc");
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document report = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(answer)));
        assertThat(report.getDocumentElement().getTextContent()).contains("a\uFFFD\uFFFDb\uFFFDc");
    }

    @Test
    void boxesAndSystemsOutOfOrderAreRefused() {
        String size = "/wms?REQUEST=GetMap&LAYERS=bina&WIDTH=10&HEIGHT=10&VERSION=";
        assertThat(text(size + "1.3.0&CRS=EPSG:3857&BBOX=10,0,0,10")).contains("BBOX");
        assertThat(text(size + "1.3.0&CRS=EPSG:3857&BBOX=NaN,0,1,1")).contains("BBOX");
        assertThat(text(size + "1.3.0&CRS=EPSG:4326&BBOX=95,0,100,1")).contains("axis order");
        assertThat(text(size + "1.3.0&CRS=EPSG:2154&BBOX=0,0,1,1")).contains("InvalidCRS");
        assertThat(text(size + "1.1.1&SRS=EPSG:2154&BBOX=0,0,1,1")).contains("InvalidSRS", "version=\"1.1.1\"");
        assertThat(text("/wms?REQUEST=Nonsense")).contains("OperationNotSupported");
    }

    @Test
    void aFaultComesAsAPictureWhenThatIsWanted() throws IOException {
        BufferedImage picture = image(
                "/wms?REQUEST=GetMap&VERSION=1.3.0&EXCEPTIONS=INIMAGE&LAYERS=yok&WIDTH=200&HEIGHT=90&CRS=CRS:84&BBOX=0,0,1,1");
        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(share(picture)).isGreaterThan(0.001);
    }

    @Test
    void transparentPicturesAreEmptyWhereNothingIs() throws IOException {
        BufferedImage clear = image(MAP + "&VERSION=1.3.0&TRANSPARENT=TRUE&CRS=CRS:84&BBOX=0,0,1,1");
        assertThat(clear.getRGB(5, 5) >>> 24).isZero();
        BufferedImage red = image(MAP + "&VERSION=1.3.0&BGCOLOR=0xFF0000&CRS=CRS:84&BBOX=0,0,1,1");
        assertThat(red.getRGB(5, 5)).isEqualTo(0xffff0000);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,=",
        "text/html,<table>",
        "text/html; charset=utf-8,<table>",
        "application/json,FeatureCollection",
        "application/vnd.ogc.gml,<gml:featureMember><bina fid="
    })
    void aClickOnABuildingTellsItsFacts(String format, String expected) {
        double[] at = CITY.database()
                .sql("SELECT ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT ST_Transform(ST_PointOnSurface(geom), 4326) AS p"
                        + " FROM acik_" + snapshot() + ".bina LIMIT 1) AS one")
                .query((row, n) -> new double[] {row.getDouble("x"), row.getDouble("y")})
                .single();
        double x = at[0];
        double y = at[1];
        String box = (y - 0.001) + "," + (x - 0.001) + "," + (y + 0.001) + "," + (x + 0.001);
        String answer =
                text("/wms?REQUEST=GetFeatureInfo&VERSION=1.3.0&LAYERS=bina&QUERY_LAYERS=bina&CRS=EPSG:4326&BBOX=" + box
                        + "&WIDTH=501&HEIGHT=501&I=250&J=250&INFO_FORMAT=" + format.replace(" ", "%20"));
        assertThat(answer).contains(expected);
        assertThat(answer).doesNotContain("binaKimlikNo");
    }

    /** A place so many pixels of half a metre beside the middle of a street, in both versions and the city's own system. */
    @ParameterizedTest
    @CsvSource({"0,true", "3,true", "9,false"})
    void aStreetIsFoundByAClickNearItAndNotByOneFarther(int pixels, boolean found) {
        double[] at = CITY.database()
                .sql("SELECT ST_X(p) + ? * cos(a) AS x, ST_Y(p) - ? * sin(a) AS y FROM (SELECT"
                        + " ST_LineInterpolatePoint(g, 0.5) AS p, ST_Azimuth(ST_LineInterpolatePoint(g, 0.5),"
                        + " ST_LineInterpolatePoint(g, 0.51)) AS a FROM (SELECT ST_GeometryN(geom, 1) AS g FROM acik_"
                        + snapshot("ulasim") + ".yol_orta_hat ORDER BY ST_Length(geom) DESC LIMIT 1) AS one) AS middle")
                .params(pixels * 0.5, pixels * 0.5)
                .query((row, n) -> new double[] {row.getDouble("x"), row.getDouble("y")})
                .single();
        double x = at[0];
        double y = at[1];
        String size = "&WIDTH=501&HEIGHT=501&LAYERS=yol_orta_hat&QUERY_LAYERS=yol_orta_hat&INFO_FORMAT=text/plain";
        double half = 501 * 0.25;
        String older = text("/wms?REQUEST=GetFeatureInfo&VERSION=1.1.1&SRS=EPSG:5255&X=250&Y=250" + size + "&BBOX="
                + (x - half) + "," + (y - half) + "," + (x + half) + "," + (y + half));
        String newer = text("/wms?REQUEST=GetFeatureInfo&VERSION=1.3.0&CRS=EPSG:5255&I=250&J=250" + size + "&BBOX="
                + (y - half) + "," + (x - half) + "," + (y + half) + "," + (x + half));
        assertThat(newer).isEqualTo(older);
        assertThat(newer.equals("Burada bir şey yok.\n")).isEqualTo(!found);
    }

    /** The question reaches beyond the pole, where there is nothing. */
    @Test
    void aClickAtThePoleFindsNothing() {
        HttpResponse<byte[]> answer = get(
                "/wms?SERVICE=WMS&REQUEST=GetFeatureInfo&VERSION=1.3.0&LAYERS=bina&QUERY_LAYERS=bina"
                        + "&STYLES=&CRS=EPSG:4326&BBOX=-90,-180,90,180&WIDTH=360&HEIGHT=180&I=10&J=0&INFO_FORMAT=text/plain");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("Burada bir şey yok.\n");
    }

    @Test
    void theSamePictureIsNotSentTwice() {
        String path = MAP + "&VERSION=1.3.0&CRS=EPSG:3857&BBOX=" + box(3857, false);
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void aPictureIsTheSameInEveryLanguageAndWhatIsToldIsNot() {
        assertThat(vary(MAP + "&VERSION=1.3.0&CRS=EPSG:3857&BBOX=" + box(3857, false)))
                .contains("Authorization")
                .doesNotContain("Accept", "Accept-Language");
        assertThat(vary("/wms?SERVICE=WMS&REQUEST=GetCapabilities")).contains("Authorization", "Accept-Language");
        assertThat(vary("/wms?REQUEST=GetLegendGraphic&VERSION=1.3.0&FORMAT=image/png&LAYER=bina"))
                .contains("Accept-Language");
    }

    private static List<String> vary(String path) {
        return List.of(String.join(", ", get(path).headers().allValues("Vary")).split(", ?", -1));
    }

    /** Regional, master and detailed plans lie over one another: one of them is drawn, with less than half of full colour. */
    @Test
    void ofPlansOfAllScalesTheFinestIsDrawnAlone() throws IOException {
        BufferedImage plans =
                image(MAP.replace("LAYERS=bina", "LAYERS=plan_kullanim_alani").replace("300", "100")
                        + "&VERSION=1.3.0&TRANSPARENT=TRUE&CRS=EPSG:3857&BBOX=" + box(3857, false));
        int most = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) most = Math.max(most, plans.getRGB(x, y) >>> 24);
        }
        assertThat(most).isBetween(80, 120);
    }

    @Test
    void aLayerHasALegend() throws IOException {
        BufferedImage legend = image("/wms?REQUEST=GetLegendGraphic&VERSION=1.3.0&FORMAT=image/png&LAYER=bina");
        assertThat(legend.getWidth()).isGreaterThan(40);
    }

    /** Some blocks in the middle of the city; northing first where that is asked for. */
    private static String box(int srid, boolean northFirst) {
        String corners = northFirst
                ? "ST_YMin(b) || ',' || ST_XMin(b) || ',' || ST_YMax(b) || ',' || ST_XMax(b)"
                : "ST_XMin(b) || ',' || ST_YMin(b) || ',' || ST_XMax(b) || ',' || ST_YMax(b)";
        return CITY.database()
                .sql("SELECT " + corners
                        + " FROM (SELECT ST_Transform(ST_SetSRID(ST_Expand(ST_Centroid(ST_Extent(geom)), 250), "
                        + SmallCity.SRID + "), ?)"
                        + " AS b FROM acik_" + snapshot() + ".bina) AS middle")
                .param(srid)
                .query(String.class)
                .single();
    }

    private static long snapshot() {
        return snapshot("bina");
    }

    private static long snapshot(String theme) {
        return CITY.database()
                .sql("SELECT max(snapshot_id) FROM release.snapshot WHERE theme = ?")
                .param(theme)
                .query(Long.class)
                .single();
    }

    /** The part of a picture that is not background. */
    private static double share(BufferedImage image) {
        int background = image.getRGB(0, 0);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) counts.merge(image.getRGB(x, y), 1, Integer::sum);
        }
        int empty = counts.getOrDefault(0xffffffff, counts.getOrDefault(background, 0));
        return 1 - (double) empty / (image.getWidth() * image.getHeight());
    }

    private static void assertSimilar(BufferedImage one, BufferedImage other) {
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) if (one.getRGB(x, y) != other.getRGB(x, y)) different++;
        }
        assertThat(different).isLessThan(one.getWidth() * one.getHeight() / 100);
    }

    private static BufferedImage image(String path) throws IOException {
        HttpResponse<byte[]> answer = get(path);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(image).as(new String(answer.body(), StandardCharsets.UTF_8)).isNotNull();
        return image;
    }

    private static String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(CITY.url() + path));
        if (headers.length > 0) request.headers(headers);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
