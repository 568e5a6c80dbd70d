package tr.kentatlas.spatial.store.filter;

import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.SpatialOperator;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;

/** A filter's geometries made ready for the database: axis order, limits, validity, straight lines; as WKB without z. */
record GeometryLiterals(FilterCrs crs, int storageSrid) {
    /** Most positions of one geometry. */
    static final int MOST_POSITIONS = 10_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int PARTS = 64;
    private static final int MOST_DENSIFIED = 500;

    byte[] wkb(Cql2.GeometryLiteral literal, SpatialOperator operator) {
        if (literal.geometry().getNumPoints() > MOST_POSITIONS) {
            throw new FilterTypeException(literal, Phrase.TOO_MANY_POSITIONS, MOST_POSITIONS);
        }
        Geometry geometry = literal.geometry().copy();
        if (crs.firstAxis() == Crs.Axis.NORTH) {
            geometry.apply((CoordinateFilter) c -> c.setCoordinate(new Coordinate(c.getY(), c.getX())));
            geometry.geometryChanged();
        }
        requireUsable(literal, geometry);
        return wkb(geometry, operator);
    }

    byte[] wkb(Cql2.BboxLiteral box, SpatialOperator operator) {
        List<Double> n = box.numbers();
        int upper = n.size() / 2;
        boolean northingFirst = crs.firstAxis() == Crs.Axis.NORTH;
        int x = northingFirst ? 1 : 0;
        int y = 1 - x;
        if (n.get(y) > n.get(upper + y)) {
            throw new FilterTypeException(box, Phrase.BOX_UPSIDE_DOWN);
        }
        var corners = new Corners(n.get(x), n.get(y), n.get(upper + x), n.get(upper + y));
        Geometry geometry = corners.geometry(box);
        requireUsable(box, geometry);
        return wkb(geometry, operator);
    }

    private record Corners(double minX, double minY, double maxX, double maxY) {
        Geometry geometry(Cql2.BboxLiteral box) {
            if (minX <= maxX) {
                return FACTORY.toGeometry(new Envelope(minX, maxX, minY, maxY));
            }
            if (minX > 180 || maxX < -180) {
                throw new FilterTypeException(box, Phrase.BOX_REVERSED);
            }
            // In degrees such a box crosses the antimeridian (RFC 7946 §5.2).
            Geometry east = FACTORY.toGeometry(new Envelope(minX, 180, minY, maxY));
            Geometry west = FACTORY.toGeometry(new Envelope(-180, maxX, minY, maxY));
            return east.union(west);
        }
    }

    private static void requireUsable(Cql2.Spatial near, Geometry geometry) {
        for (Coordinate c : geometry.getCoordinates()) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                throw new FilterTypeException(near, Phrase.COORDINATE_NOT_FINITE);
            }
        }
        var fault = new IsValidOp(geometry).getValidationError();
        if (fault != null) {
            Coordinate at = fault.getCoordinate();
            throw new FilterTypeException(near, Phrase.GEOMETRY_INVALID, ShapeFault.of(fault), at.x, at.y);
        }
    }

    private byte[] wkb(Geometry geometry, SpatialOperator operator) {
        return new WKBWriter(2).write(straight(clipped(geometry), operator));
    }

    /** Cut to the usable part of the CRS; stored geometries lie inside it, so no relation to them changes. */
    private Geometry clipped(Geometry geometry) {
        Envelope usable = crs.usable();
        if (usable.covers(geometry.getEnvelopeInternal())) {
            return geometry;
        }
        if (geometry.getClass() == GeometryCollection.class) {
            Geometry[] members = new Geometry[geometry.getNumGeometries()];
            for (int i = 0; i < members.length; i++) {
                members[i] = clipped(geometry.getGeometryN(i));
            }
            return FACTORY.createGeometryCollection(members);
        }
        return OverlayNGRobust.overlay(geometry, FACTORY.toGeometry(usable), OverlayNG.INTERSECTION);
    }

    /**
     * A line that is straight in the filter's CRS is curved in another: 10 km along a parallel bend by 1.5 m. Long edges
     * get more positions; not for S_EQUALS, which asks for the shape as it was stored.
     */
    private Geometry straight(Geometry geometry, SpatialOperator operator) {
        double size = Math.max(
                geometry.getEnvelopeInternal().getWidth(),
                geometry.getEnvelopeInternal().getHeight());
        boolean same = crs.srid() == storageSrid || operator == SpatialOperator.EQUALS;
        if (same || size == 0 || geometry.getNumPoints() > MOST_DENSIFIED) {
            return geometry;
        }
        Densifier densifier = new Densifier(geometry);
        densifier.setDistanceTolerance(size / PARTS);
        densifier.setValidate(false);
        return densifier.getResultGeometry();
    }
}
