package tr.kentatlas.api.wms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Witness;
import tr.kentatlas.api.access.audit.NamedReads;
import tr.kentatlas.api.render.Frame;
import tr.kentatlas.spatial.store.VisibleType;

/** Tells the witness what a picture showed: how many features of which types, and its box. */
@Component
final class PictureWitness {
    private final Witness witness;
    private final Reaches reaches;
    private final NamedReads reads;

    PictureWitness(Witness witness, Reaches reaches, NamedReads reads) {
        this.reads = reads;
        this.witness = witness;
        this.reaches = reaches;
    }

    void told(View view, Frame frame, List<Catalogue.Entry> layers, Map<String, Integer> features) {
        List<VisibleType> types =
                layers.stream().map(Catalogue.Entry::type).distinct().toList();
        String subject = types.stream().map(t -> t.type().name()).sorted().collect(Collectors.joining(","));
        Envelope box = frame.box();
        String place = String.join(
                " ",
                "EPSG:" + frame.crs().srid(),
                box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY(),
                frame.width() + "x" + frame.height());
        Envelope where = degrees(view, frame, types);
        witness.map(view, new Witness.Piece("wms", subject, place, where, where.isNull() ? Map.of() : features));
    }

    /** A legend counts features, though it shows none. */
    void toldLegend(View view, Catalogue.Entry layer) {
        if (view.isPublic()) return;
        reads.told(view, "read.legend", layer.type().type().name(), 0, layer.name());
    }

    /** Null when nothing was to be seen. In the storage CRS, whose corners are not turned here, a picture counts for all that the caller sees of its types. */
    private Envelope degrees(View view, Frame frame, List<VisibleType> types) {
        return frame.degrees()
                .or(() -> Optional.ofNullable(reaches.extent(view, types)))
                .orElseGet(Envelope::new);
    }
}
