package tr.kentatlas.api.guide.convert;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/**
 * A projected CRS, metres east and north. TUREF zones are reached from TUREF degrees (EPSG:5252), which for a city's purposes are those
 * of WGS 84: from EPSG:4326 the way leads over a geocentric step that costs 5 mm.
 */
final class Projection {
    private static final int TUREF = 5252;
    private static final Map<Integer, Projection> KNOWN = new ConcurrentHashMap<>();

    private final MathTransform forward;
    private final MathTransform back;

    private Projection(int srid) {
        boolean isTuref = srid >= 5253 && srid <= 5259;
        try {
            var degrees = CRS.decode("EPSG:" + (isTuref ? TUREF : 4326), true);
            forward = CRS.findMathTransform(degrees, CRS.decode("EPSG:" + srid, true), true);
            back = forward.inverse();
        } catch (FactoryException | TransformException e) {
            throw new IllegalStateException("EPSG:" + srid + " is not known", e);
        }
    }

    static Projection of(int srid) {
        return KNOWN.computeIfAbsent(srid, Projection::new);
    }

    /** East and north, metres. */
    double[] metres(Position position) {
        return through(forward, position.longitude(), position.latitude());
    }

    Position degrees(double east, double north) {
        double[] degrees = through(back, east, north);
        return new Position(degrees[0], degrees[1]);
    }

    private static double[] through(MathTransform transform, double first, double second) {
        double[] point = {first, second};
        try {
            transform.transform(point, 0, point, 0, 1);
        } catch (TransformException e) {
            throw new IllegalArgumentException("the position lies too far from the system's zone", e);
        }
        return point;
    }
}
