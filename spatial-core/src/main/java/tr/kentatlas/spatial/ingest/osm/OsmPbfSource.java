package tr.kentatlas.spatial.ingest.osm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.core.domain.v0_6.Bound;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import tr.kentatlas.spatial.feature.Attribution;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.ingest.StorageCrs;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.progress.Progress;

/** An OpenStreetMap extract in the PBF format: buildings, roads, door numbers, services and more; WGS 84 degrees. */
public final class OsmPbfSource implements FeatureSource {
    private static final int WGS84 = 4326;
    private static final int PASSES = 3;
    private static final int TUREF_ZONES = 5253;

    private final Path file;
    private final Model model;
    private final OsmProfile profile = OsmProfile.read();
    private final long bytes;
    private @Nullable Envelope extent;

    /**
     * Opens an extract.
     *
     * @throws BrokenSourceException when the file cannot be read
     */
    public OsmPbfSource(Path file, Model model) {
        this.file = file;
        this.model = model;
        try {
            this.bytes = Files.size(file);
        } catch (IOException e) {
            throw new BrokenSourceException(file.getFileName() + " cannot be read", e);
        }
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public int srid() {
        return WGS84;
    }

    @Override
    public Progress.Unit unit() {
        return Progress.Unit.BYTES;
    }

    /** In bytes: the file is read {@value #PASSES} times. */
    @Override
    public OptionalLong size() {
        return OptionalLong.of(PASSES * bytes);
    }

    @Override
    public Optional<Attribution> attribution() {
        return Optional.of(profile.attribution());
    }

    /** The box in the file's header; without one, the box around its nodes, which costs a pass. */
    @Override
    public Optional<Envelope> extent() {
        if (extent == null) {
            Extent found = new Extent();
            new PbfPass(file, done -> {}).run(found);
            extent = found.box;
        }
        return extent.isNull() ? Optional.empty() : Optional.of(extent);
    }

    @Override
    public void read(RecordSink sink) {
        Map<String, String> levels = adminLevels();
        try (NodeStore nodes = new NodeStore()) {
            OsmImport reading = new OsmImport(profile, model, levels, nodes, sink);
            pass(0, reading.first(), sink);
            pass(1, reading.second(), sink);
            pass(2, reading.third(), sink);
            reading.finish();
        }
    }

    private void pass(int number, PbfPass.Visitor visitor, RecordSink sink) {
        new PbfPass(file, done -> sink.progress(number * bytes + done)).run(visitor);
    }

    private Map<String, String> adminLevels() {
        boolean turkey = extent().map(StorageCrs::forExtent)
                .filter(srid -> srid >= TUREF_ZONES && srid < TUREF_ZONES + 7)
                .isPresent();
        return turkey ? profile.admin().turkey() : profile.admin().elsewhere();
    }

    /** Looks for the header's box and stops there if it has one. */
    private static final class Extent implements PbfPass.Visitor {
        private final Envelope box = new Envelope();

        @Override
        public void bound(Bound bound) {
            box.expandToInclude(bound.getLeft(), bound.getBottom());
            box.expandToInclude(bound.getRight(), bound.getTop());
            boolean wholeEarth = box.getWidth() >= 360;
            if (!wholeEarth) throw new PbfPass.Enough();
            box.setToNull();
        }

        @Override
        public void node(Node node) {
            box.expandToInclude(node.getLongitude(), node.getLatitude());
        }

        @Override
        public void way(Way way) {
            if (!box.isNull()) throw new PbfPass.Enough();
        }

        @Override
        public void relation(Relation relation) {
            if (!box.isNull()) throw new PbfPass.Enough();
        }
    }
}
