package tr.kentatlas.spatial.ingest.file;

import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Where a source's features lie, in degrees; good enough to choose a storage CRS. */
final class Extents {
    private static final int WGS84 = 4326;

    private Extents() {}

    /** By reading the whole source once. */
    static Optional<Envelope> byReading(FeatureSource source) {
        Box box = new Box();
        source.read(box);
        return inDegrees(box.box, source.srid());
    }

    /** A box of the given CRS, x first, in longitudes and latitudes; empty when the CRS is not known here. */
    static Optional<Envelope> inDegrees(Envelope box, int srid) {
        if (box.isNull() || srid == WGS84) return Optional.of(box).filter(b -> !b.isNull());
        try {
            var transform =
                    CRS.findMathTransform(CRS.decode("EPSG:" + srid, true), CRS.decode("EPSG:4326", true), true);
            return Optional.of(JTS.transform(box, transform));
        } catch (FactoryException | TransformException e) {
            return Optional.empty();
        }
    }

    private static final class Box implements RecordSink {
        private final Envelope box = new Envelope();

        @Override
        public void accept(FeatureRecord entry) {
            if (entry.geometry() != null) box.expandToInclude(entry.geometry().getEnvelopeInternal());
        }

        @Override
        public void reject(String type, String key, String reason) {}

        @Override
        public void skip(String kind) {}

        @Override
        public void progress(long done) {}
    }
}
