package tr.kentatlas.api.thematic.geoserver;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.api.render.Painter;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.map.PictureStore;

/** Proves that a GeoServer draws a release: catalogue, capabilities, and a picture of each layer beside the embedded engine's. */
final class Verifier {
    private static final String APPLY = "./kent geoserver apply";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SIDE = 256;

    /** A part of a picture that cannot be overlooked. */
    private static final double SEEN = 0.005;

    private final GeoServerAddress address;
    private final RestCalls rest;
    private final MapCalls maps;
    private final Painter painter;

    Verifier(GeoServerAddress address, RestCalls rest, DataSource owner) {
        this.address = address;
        this.rest = rest;
        this.maps = new MapCalls(address, PATIENCE);
        this.painter = new Painter(new PictureStore(new WallReader(owner, owner)));
    }

    List<Discrepancy> verify(Wanted wanted, Plan plan, Progress progress) {
        List<Discrepancy> findings = new ArrayList<>();
        for (Plan.Step step : plan.steps()) findings.add(new Discrepancy(differs(step), APPLY));
        if (plan.steps().isEmpty()) {
            capabilities(wanted, findings);
            pictures(wanted, progress, findings);
        }
        findings.addAll(new Hardening(address).findings(rest, maps, wanted.workspace()));
        return findings;
    }

    private static String differs(Plan.Step step) {
        return step.what()
                + switch (step.deed()) {
                    case MAKE -> " is missing";
                    case CHANGE -> " is not as it should be";
                    case REMOVE -> " should be gone";
                };
    }

    private void capabilities(Wanted wanted, List<Discrepancy> findings) {
        String text = maps.capabilities(wanted.workspace());
        for (WantedLayer layer : wanted.layers()) {
            boolean listed = text.contains("<Name>" + layer.name() + "</Name>")
                    || text.contains("<Name>" + wanted.workspace() + ":" + layer.name() + "</Name>");
            if (listed) continue;
            findings.add(new Discrepancy(
                    "the capabilities of " + wanted.workspace() + " do not list " + layer.name(),
                    "let everybody read workspace " + wanted.workspace() + " (Security, Data), and enable WMS"));
        }
    }

    private void pictures(Wanted wanted, Progress progress, List<Discrepancy> findings) {
        try (Progress.Step bar = progress.begin("pictures", wanted.layers().size())) {
            long done = 0;
            for (WantedLayer layer : wanted.layers()) {
                layer.content()
                        .box()
                        .flatMap(box -> fault(wanted, layer, frame(wanted, box)))
                        .ifPresent(why -> findings.add(new Discrepancy(
                                "layer " + wanted.workspace() + ":" + layer.name() + " " + why,
                                "look into GeoServer's log (logs/geoserver.log), then " + APPLY)));
                bar.at(++done);
            }
            bar.done();
        }
    }

    private static Frame frame(Wanted wanted, Envelope box) {
        Envelope square = box.copy();
        double side = Math.max(50, Math.max(box.getWidth(), box.getHeight()));
        square.expandBy((side - box.getWidth()) / 2, (side - box.getHeight()) / 2);
        return new Frame(Crs.epsg(wanted.edition().srid()), square, SIDE, SIDE);
    }

    private Optional<String> fault(Wanted wanted, WantedLayer layer, Frame frame) {
        return switch (maps.picture(wanted.workspace(), List.of(layer.name()), frame, 0)) {
            case MapAnswer.Silent silent -> Optional.of("is not drawn: " + silent.why());
            case MapAnswer.Refused refused -> Optional.of("is not drawn: " + refused.why());
            case MapAnswer.Picture picture -> {
                BufferedImage own = painter.draw(
                                wanted.edition(),
                                frame,
                                List.of(layer.embedded().apply(frame)),
                                0)
                        .image();
                boolean lost = share(own) > SEEN && share(read(picture.png())) == 0;
                yield lost
                        ? Optional.of("is drawn empty, though it has "
                                + layer.content().rows() + " features")
                        : Optional.empty();
            }
        };
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new GeoServerTrouble(Wording.of("geoserver.broken-picture"), e);
        }
    }

    /** The part of a picture that is drawn on. */
    private static double share(BufferedImage image) {
        int drawn = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) if (image.getRGB(x, y) >>> 24 != 0) drawn++;
        }
        return drawn / (double) (image.getWidth() * image.getHeight());
    }
}
