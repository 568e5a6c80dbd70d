package tr.kentatlas.spatial.feature.refusal;

import org.locationtech.jts.operation.valid.TopologyValidationError;
import tr.kentatlas.spatial.word.Worded;

/** What makes a geometry invalid (OGC 06-103r4 §6.1). */
public enum ShapeFault implements Worded {
    HOLE_OUTSIDE_SHELL,
    NESTED_HOLES,
    DISCONNECTED_INTERIOR,
    SELF_INTERSECTION,
    RING_SELF_INTERSECTION,
    NESTED_SHELLS,
    DUPLICATE_RINGS,
    TOO_FEW_POINTS,
    INVALID_COORDINATE,
    RING_NOT_CLOSED,
    OTHER;

    public static ShapeFault of(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> HOLE_OUTSIDE_SHELL;
            case TopologyValidationError.NESTED_HOLES -> NESTED_HOLES;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> DISCONNECTED_INTERIOR;
            case TopologyValidationError.SELF_INTERSECTION -> SELF_INTERSECTION;
            case TopologyValidationError.RING_SELF_INTERSECTION -> RING_SELF_INTERSECTION;
            case TopologyValidationError.NESTED_SHELLS -> NESTED_SHELLS;
            case TopologyValidationError.DUPLICATE_RINGS -> DUPLICATE_RINGS;
            case TopologyValidationError.TOO_FEW_POINTS -> TOO_FEW_POINTS;
            case TopologyValidationError.INVALID_COORDINATE -> INVALID_COORDINATE;
            case TopologyValidationError.RING_NOT_CLOSED -> RING_NOT_CLOSED;
            default -> OTHER;
        };
    }
}
