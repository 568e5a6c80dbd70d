package tr.kentatlas.spatial.sample;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** From the plane of the sample city (EPSG:5255) to longitudes and latitudes of TUREF (EPSG:5252), which differ from WGS 84 by less than a metre. */
final class Degrees implements CoordinateSequenceFilter {
    private final MathTransform transform;
    private final double[] place = new double[2];

    Degrees() {
        try {
            this.transform =
                    CRS.findMathTransform(CRS.decode("EPSG:" + Plane.SRID, true), CRS.decode("EPSG:5252", true), true);
        } catch (FactoryException e) {
            throw new IllegalStateException("the EPSG data set knows both", e);
        }
    }

    Geometry of(Geometry inMetres) {
        Geometry inDegrees = inMetres.copy();
        inDegrees.apply(this);
        return inDegrees;
    }

    @Override
    public void filter(CoordinateSequence sequence, int i) {
        place[0] = sequence.getX(i);
        place[1] = sequence.getY(i);
        try {
            transform.transform(place, 0, place, 0, 1);
        } catch (TransformException e) {
            throw new IllegalStateException(e);
        }
        sequence.setOrdinate(i, 0, place[0]);
        sequence.setOrdinate(i, 1, place[1]);
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean isGeometryChanged() {
        return true;
    }
}
