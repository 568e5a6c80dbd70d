package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tr.kentatlas.api.render.Frame;

/**
 * Asks a GeoServer for pictures (WMS 1.1.1, OGC 01-068r3, where every box has its easting first), without an account. Whatever comes back
 * is bounded in time and size and looked at before it counts as a picture.
 */
public final class MapCalls {
    private static final byte[] PNG_BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};
    private static final Pattern LAYER = Pattern.compile("<Name>([^<:]+):[^<]*</Name>");
    private static final int HEAD = 24;
    private static final int LARGEST = 32 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final GeoServerAddress address;
    private final RestClient client;

    /** @param patience for a whole answer */
    public MapCalls(GeoServerAddress address, Duration patience) {
        this.address = address;
        this.client = RestCalls.client(new RestCalls.Patience(CONNECT, patience));
    }

    /**
     * A picture of layers of one workspace, each in its default style, the first lowest.
     *
     * @param background ARGB; 0 for a transparent one
     */
    public MapAnswer picture(String workspace, List<String> layers, Frame frame, int background) {
        return this.<MapAnswer>ask(
                workspace + "/wms" + query(layers, frame, background),
                (status, type, body) -> {
                    if (status >= 500 && status != 501) return new MapAnswer.Silent("it fails (" + status + ")");
                    if (status != 200) return new MapAnswer.Refused("status " + status);
                    if (!type.startsWith("image/png"))
                        return new MapAnswer.Refused("it sends " + shortened(type, body));
                    return picture(body, frame);
                },
                MapAnswer.Silent::new);
    }

    private static MapAnswer picture(byte[] body, Frame frame) {
        if (!isWhole(body)) return new MapAnswer.Refused("its picture is broken");
        boolean fits = number(body, 16) == frame.width() && number(body, 20) == frame.height();
        return fits ? new MapAnswer.Picture(body) : new MapAnswer.Refused("its picture has another size");
    }

    private static boolean isWhole(byte[] body) {
        return body.length > HEAD + PNG_END.length
                && Arrays.equals(body, 0, PNG_BEGIN.length, PNG_BEGIN, 0, PNG_BEGIN.length)
                && Arrays.equals(body, body.length - PNG_END.length, body.length, PNG_END, 0, PNG_END.length);
    }

    private static int number(byte[] body, int at) {
        return ByteBuffer.wrap(body).getInt(at);
    }

    /** A web page or a report with status 200 is what proxies and GeoServer itself send for faults. */
    private static String shortened(String type, byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>|\\s+", " ")
                .strip();
        return "'" + type + "' and no picture: " + text.substring(0, Math.min(text.length(), 160));
    }

    private static String query(List<String> layers, Frame frame, int background) {
        Envelope box = frame.box();
        String srs = frame.crs().isGeographic()
                ? "4326"
                : Integer.toString(frame.crs().srid());
        boolean transparent = background >>> 24 == 0;
        return "?service=WMS&version=1.1.1&request=GetMap&layers=" + String.join(",", layers) + "&styles=&srs=EPSG:"
                + srs + "&bbox=" + box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY()
                + "&width=" + frame.width() + "&height=" + frame.height() + "&format=image/png&transparent="
                + transparent
                + (transparent ? "" : String.format(Locale.ROOT, "&bgcolor=0x%06X", background & 0xffffff))
                + "&exceptions=application/vnd.ogc.se_xml";
    }

    /** The capabilities of a workspace's map service; empty when it does not tell them. */
    String capabilities(String workspace) {
        return text(workspace + "/wms?service=WMS&version=1.1.1&request=GetCapabilities");
    }

    boolean offersTransactions(String workspace) {
        return text(workspace + "/wfs?service=WFS&version=1.1.0&request=GetCapabilities")
                .contains("Operation name=\"Transaction\"");
    }

    /** The workspaces whose layers it shows to everybody. */
    Set<String> openWorkspaces() {
        String text = text("wms?service=WMS&version=1.1.1&request=GetCapabilities");
        return LAYER.matcher(text.substring(Math.max(0, text.indexOf("<Capability>"))))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it sends requests on for anybody: its demo page let strangers reach what only the server does. */
    boolean answersDemoRequests() {
        return ask(
                "TestWfsPost", (status, type, body) -> status != 404 && status != 401 && status != 403, why -> false);
    }

    private String text(String path) {
        return ask(
                path, (status, type, body) -> status == 200 ? new String(body, StandardCharsets.UTF_8) : "", why -> "");
    }

    /** Looks at an answer. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(int status, String type, byte[] body);
    }

    private <T> T ask(String path, Reader<T> reader, Function<String, T> silent) {
        try {
            return Objects.requireNonNull(client.get()
                    .uri(URI.create(address.url() + "/" + path))
                    .exchange((request, answer) -> read(answer, reader)));
        } catch (ResourceAccessException e) {
            return silent.apply(
                    "no answer: " + e.getMostSpecificCause().getClass().getSimpleName());
        }
    }

    /** Of what is too large a picture is not whole. */
    private static <T> T read(ClientHttpResponse answer, Reader<T> reader) throws IOException {
        byte[] body = answer.getBody().readNBytes(LARGEST);
        String type = Objects.requireNonNullElse(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE), "");
        return reader.read(answer.getStatusCode().value(), type.toLowerCase(Locale.ROOT), body);
    }
}
