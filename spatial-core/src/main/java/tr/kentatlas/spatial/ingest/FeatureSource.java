package tr.kentatlas.spatial.ingest;

import java.util.OptionalLong;

/** Something features can be read from: a file in some format, or the sample city. */
public interface FeatureSource {

    /** What the report calls it, such as a file name. */
    String name();

    /** EPSG code of the geometries it delivers, x = east or longitude first; 0 when they come in the city's storage CRS. */
    int srid();

    /** How much there is to read, in the unit {@link RecordSink#progress} counts; empty when unknown. */
    OptionalLong size();

    /**
     * Delivers every record in a stream; called once.
     *
     * @throws BrokenSourceException when the source as a whole cannot be read
     */
    void read(RecordSink sink);
}
