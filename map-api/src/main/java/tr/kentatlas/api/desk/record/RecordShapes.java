package tr.kentatlas.api.desk.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.GeometryType;
import tr.kentatlas.spatial.store.edit.Drawn;
import tr.kentatlas.spatial.store.edit.Part;
import tr.kentatlas.spatial.store.edit.WorkingShapes;

/** The shape somebody drew for a record: GeoJSON (RFC 7946) in CRS84, which the database judges. */
@Component
class RecordShapes {
    private static final int MOST_CORNERS = 10_000;
    private static final String MEMBER = "geometry";

    private final ObjectProvider<WorkingShapes> shapes;

    RecordShapes(ObjectProvider<WorkingShapes> shapes) {
        this.shapes = shapes;
    }

    /** Null where there is none, or none that can be read, which is a fault. */
    static @Nullable Geometry read(Member wish) {
        return wish.at(MEMBER).read(json -> {
            Geometry drawn = Cql2Json.geometry(json);
            if (drawn.getNumPoints() > MOST_CORNERS) throw new ValueRefused("request.corners", MOST_CORNERS);
            return drawn;
        });
    }

    /** The same of what must be there. */
    static @Nullable Geometry require(Member wish) {
        if (wish.at(MEMBER).isAbsent()) wish.at(MEMBER).fault("request.missing");
        return read(wish);
    }

    /** As the working data would keep it; refused where a record of the type cannot have it. */
    Part fit(RecordFields fields, Geometry shape) {
        requireKind(fields.type().geometry(), shape);
        Drawn drawn = RecordBook.placed(MEMBER, () -> shapes.getObject().judge(fields.type(), shape));
        if (!drawn.isValid()) throw unfit(fault(shape));
        if (!drawn.isInside()) throw unfit(Wording.of("record.outside"));
        return drawn.part();
    }

    /** Where a place of the city's own coordinates is. */
    Coordinate place(double east, double north) {
        Coordinate at = RecordBook.placed("east", () -> shapes.getObject().place(east, north));
        if (Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90) return at;
        throw Problem.invalid("east", "record.place");
    }

    private static void requireKind(@Nullable FeatureGeometry wanted, Geometry shape) {
        if (wanted == null) throw unfit(Wording.of("record.placeless"));
        if (!isOf(wanted.type(), shape)) throw unfit(Wording.of("record.kind", kind(wanted.type())));
    }

    private static Wording kind(GeometryType wanted) {
        return switch (wanted) {
            case POINT -> Wording.of("record.kind.point");
            case LINE_STRING -> Wording.of("record.kind.line");
            case MULTI_POLYGON -> Wording.of("record.kind.area");
            case GEOMETRY -> Wording.of("record.kind.any");
        };
    }

    private static boolean isOf(GeometryType wanted, Geometry shape) {
        return switch (wanted) {
            case POINT -> shape instanceof Point;
            case LINE_STRING -> shape instanceof LineString;
            case MULTI_POLYGON -> shape instanceof Polygonal;
            case GEOMETRY -> shape.getClass() != GeometryCollection.class;
        };
    }

    private static Wording fault(Geometry shape) {
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) return Wording.of("record.crooked");
        Coordinate at = error.getCoordinate();
        return Wording.of("record.invalid", ValueWordings.of(ShapeFault.of(error)), rounded(at.x), rounded(at.y));
    }

    /** To a decimetre. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static Problem unfit(Wording why) {
        return Problem.unfit(List.of(new Problem.Fault(MEMBER, why)));
    }
}
