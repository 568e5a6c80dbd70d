package tr.kentatlas.api.thematic.geoserver;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.thematic.geoserver.StubCatalogue.Workspace;

/** {@code /{workspace}/wms} and {@code /{workspace}/wfs}: capabilities and pictures (facts 20 and 21). */
final class StubMaps {
    private static final Pattern COLOUR = Pattern.compile("#([0-9a-f]{6})");

    private final StubCatalogue catalogue;
    private boolean offersTransactions;

    StubMaps(StubCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether WFS is as GeoServer is shipped. */
    void offerTransactions(boolean offers) {
        offersTransactions = offers;
    }

    void answer(StubCall call, GeoServerStub.@Nullable Fault fault) throws IOException {
        Workspace workspace = catalogue.workspaces.get(call.path(0));
        if (workspace == null) {
            call.page(404);
            return;
        }
        switch (call.query("request")) {
            case "GetCapabilities" -> capabilities(call, workspace);
            case "GetMap" -> map(call, workspace, fault);
            default -> report(call, "OperationNotSupported", "No such operation " + call.query("request"));
        }
    }

    private void capabilities(StubCall call, Workspace workspace) throws IOException {
        if (call.path(1).equals("wfs")) {
            call.send(
                    200,
                    "text/xml",
                    offersTransactions
                            ? "<wfs:WFS_Capabilities><ows:Operation name=\"Transaction\"/></wfs:WFS_Capabilities>"
                            : "<wfs:WFS_Capabilities/>");
            return;
        }
        StringBuilder text = new StringBuilder("<WMT_MS_Capabilities version=\"1.1.1\">");
        workspace
                .types
                .keySet()
                .forEach(name -> text.append("<Layer><Name>").append(name).append("</Name></Layer>"));
        call.send(200, "application/vnd.ogc.wms_xml", text + "</WMT_MS_Capabilities>");
    }

    /** Fact 20: a layer that is not there, or hidden, is told with success. */
    private static void map(StubCall call, Workspace workspace, GeoServerStub.@Nullable Fault fault)
            throws IOException {
        List<String> layers = List.of(call.query("layers").split(",", -1));
        for (String layer : layers) {
            if (workspace.types.containsKey(layer)) continue;
            report(call, "LayerNotDefined", "Could not find layer " + layer);
            return;
        }
        boolean small = fault == GeoServerStub.Fault.SMALL_PICTURE;
        int width = small ? 8 : Integer.parseInt(call.query("width"));
        BufferedImage image =
                new BufferedImage(width, Integer.parseInt(call.query("height")), BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        String style = workspace.defaultStyles.getOrDefault(layers.getLast(), "generic");
        Matcher colour = COLOUR.matcher(workspace.styles.getOrDefault(style.replaceFirst("^[^:]*:", ""), "#808080"));
        canvas.setColor(colour.find() ? Color.decode("#" + colour.group(1)) : Color.GRAY);
        if (fault != GeoServerStub.Fault.BLANK_PICTURE)
            canvas.fillRect(width / 4, image.getHeight() / 4, width / 2, image.getHeight() / 2);
        canvas.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        byte[] bytes = png.toByteArray();
        boolean broken = fault == GeoServerStub.Fault.BROKEN_PICTURE;
        call.send(200, "image/png", broken ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
    }

    static void report(StubCall call, String code, String words) throws IOException {
        call.send(
                200,
                "application/vnd.ogc.se_xml;charset=UTF-8",
                "<?xml version=\"1.0\"?><ServiceExceptionReport version=\"1.1.1\"><ServiceException code=\"" + code
                        + "\">" + words + "</ServiceException></ServiceExceptionReport>");
    }
}
