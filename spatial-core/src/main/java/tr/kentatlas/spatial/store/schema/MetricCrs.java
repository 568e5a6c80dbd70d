package tr.kentatlas.spatial.store.schema;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;

/**
 * Proves that a CRS can store a city: known to the EPSG dataset, projected, and in metres on both axes, so that distances and areas
 * need no cast.
 */
final class MetricCrs {
    private MetricCrs() {}

    /** @throws IllegalArgumentException with one sentence when it cannot */
    static void require(int srid) {
        CoordinateReferenceSystem crs = decode(srid);
        if (!(crs instanceof ProjectedCRS) || !isMetric(crs)) {
            throw new IllegalArgumentException("EPSG:" + srid
                    + " cannot store a city: it is not projected in metres. Take a TUREF TM or UTM zone.");
        }
    }

    private static CoordinateReferenceSystem decode(int srid) {
        try {
            return CRS.decode("EPSG:" + srid, true);
        } catch (FactoryException e) {
            throw new IllegalArgumentException("EPSG:" + srid + " is not a known coordinate reference system.", e);
        }
    }

    private static boolean isMetric(CoordinateReferenceSystem crs) {
        return "m".equals(crs.getCoordinateSystem().getAxis(0).getUnit().toString())
                && "m".equals(crs.getCoordinateSystem().getAxis(1).getUnit().toString());
    }
}
