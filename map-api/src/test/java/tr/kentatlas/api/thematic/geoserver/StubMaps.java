package tr.kentatlas.api.thematic.geoserver;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.thematic.geoserver.StubCatalogue.Workspace;

/** {@code /{workspace}/wms} and {@code /{workspace}/wfs}: capabilities and pictures (facts 20 and 21). */
final class StubMaps {
    private static final Pattern COLOUR = Pattern.compile("#([0-9a-f]{6})");

    private final StubCatalogue catalogue;
    private final StubSecurity security;
    private boolean offersTransactions;
    private boolean sendsDemos;

    StubMaps(StubCatalogue catalogue, StubSecurity security) {
        this.catalogue = catalogue;
        this.security = security;
    }

    /** Whether its demo requests are as older ones are shipped. */
    void sendDemos(boolean sends) {
        sendsDemos = sends;
    }

    /** Whether WFS is as GeoServer is shipped. */
    void offerTransactions(boolean offers) {
        offersTransactions = offers;
    }

    void answer(StubCall call, GeoServerStub.@Nullable Fault fault) throws IOException {
        if (call.path(0).equals("wms")) {
            capabilities(call, "", catalogue.workspaces);
            return;
        }
        Workspace workspace = catalogue.workspaces.get(call.path(0));
        if (workspace == null && sendsDemos && call.path(0).equals("TestWfsPost")) {
            call.page(200);
            return;
        }
        if (workspace == null) {
            call.page(404);
            return;
        }
        switch (call.query("request")) {
            case "GetCapabilities" -> {
                if (call.path(1).equals("wfs")) transactions(call);
                else capabilities(call, call.path(0), Map.of(call.path(0), workspace));
            }
            case "GetMap" -> map(call, workspace, fault);
            default -> report(call, "OperationNotSupported", "No such operation " + call.query("request"));
        }
    }

    private void transactions(StubCall call) throws IOException {
        call.send(
                200,
                "text/xml",
                offersTransactions
                        ? "<wfs:WFS_Capabilities><ows:Operation name=\"Transaction\"/></wfs:WFS_Capabilities>"
                        : "<wfs:WFS_Capabilities/>");
    }

    /** Of all workspaces layers are told with theirs. */
    private void capabilities(StubCall call, String of, Map<String, Workspace> workspaces) throws IOException {
        StringBuilder text = new StringBuilder(
                "<WMT_MS_Capabilities version=\"1.1.1\"><Service><Name>OGC:WMS</Name></Service><Capability>");
        workspaces.forEach((name, workspace) -> workspace.types.keySet().stream()
                .filter(layer -> security.lists() || security.isOpen(name, layer))
                .forEach(layer -> text.append("<Layer><Name>")
                        .append(of.isEmpty() ? name + ":" : "")
                        .append(layer)
                        .append("</Name></Layer>")));
        call.send(200, "application/vnd.ogc.wms_xml", text + "</Capability></WMT_MS_Capabilities>");
    }

    /** Fact 20: a layer that is not there, or hidden, is told with success; a closed one that is not hidden wants a password. */
    private void map(StubCall call, Workspace workspace, GeoServerStub.@Nullable Fault fault) throws IOException {
        List<String> layers = List.of(call.query("layers").split(",", -1));
        for (String layer : layers) {
            boolean isOpen = security.isOpen(call.path(0), layer);
            if (workspace.types.containsKey(layer) && isOpen) continue;
            if (workspace.types.containsKey(layer) && security.challenges()) call.challenge();
            else report(call, "LayerNotDefined", "Could not find layer " + layer);
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
