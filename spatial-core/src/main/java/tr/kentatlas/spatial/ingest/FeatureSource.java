package tr.kentatlas.spatial.ingest;

import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.feature.Attribution;
import tr.kentatlas.spatial.progress.Progress;

/** Something features can be read from: a file in some format, or the sample city. */
public interface FeatureSource {

    /** What the report calls it, such as a file name. */
    String name();

    /** EPSG code of the geometries it delivers, x = east or longitude first; 0 when they come in the city's storage CRS. */
    int srid();

    /** How much there is to read, in the unit {@link RecordSink#progress} counts; empty when unknown. */
    OptionalLong size();

    /** What {@link #size} counts. */
    default Progress.Unit unit() {
        return Progress.Unit.RECORDS;
    }

    /** Whom its licence asks to be named wherever the data is shown; empty when nobody. */
    default Optional<Attribution> attribution() {
        return Optional.empty();
    }

    /**
     * Whether what a record leaves out is not said of its object, which keeps what it has; else it is empty wherever another record of the
     * type gives it.
     */
    default boolean isPartial() {
        return false;
    }

    /** Longitudes and latitudes its features lie within, to choose a storage CRS ({@link StorageCrs}); empty when unknown. */
    default Optional<Envelope> extent() {
        return Optional.empty();
    }

    /**
     * Delivers every record in a stream; called once.
     *
     * @throws BrokenSourceException when the source as a whole cannot be read
     */
    void read(RecordSink sink);
}
