package tr.kentatlas.api.body;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;

/** An area somebody drew: a valid polygon, or several, as GeoJSON (RFC 7946) in CRS84. */
public final class DrawnShape {
    private DrawnShape() {}

    /** Null where there is no such area, which is a fault of the member. */
    public static @Nullable Geometry of(Member member, int mostCorners) {
        if (member.isAbsent()) member.fault("request.missing");
        return member.read(json -> checked(Cql2Json.geometry(json), mostCorners));
    }

    private static Geometry checked(Geometry shape, int mostCorners) {
        if (!(shape instanceof Polygonal)) throw new ValueRefused("request.polygon");
        if (shape.getNumPoints() > mostCorners) throw new ValueRefused("request.corners", mostCorners);
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) return shape;
        Coordinate at = error.getCoordinate();
        throw new ValueRefused("request.invalid-area", ValueWordings.of(ShapeFault.of(error)), at.x, at.y);
    }
}
