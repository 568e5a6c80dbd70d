package tr.kentatlas.spatial.store.edit;

import org.locationtech.jts.geom.Geometry;

/**
 * The shape of an object that is to be.
 *
 * @param shape in the storage CRS
 * @param json the same as GeoJSON in CRS84
 * @param measure its area in square metres, or its length in metres
 */
public record Part(Geometry shape, String json, double measure) {
    public Part {
        shape = shape.copy();
    }
}
