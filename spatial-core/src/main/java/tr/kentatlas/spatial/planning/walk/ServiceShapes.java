package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** What a service area looks like on the map: the streets reached, and the ground beside them. In the storage CRS. */
public final class ServiceShapes {
    /** Ground on either side of a reached street, in metres. */
    public static final double BESIDE = 25;

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final BufferParameters ROUND =
            new BufferParameters(2, BufferParameters.CAP_ROUND, BufferParameters.JOIN_ROUND, 2);

    /** A corner of the rounded outline may lie that much farther in than the distance asked for. */
    private static final double ROUNDING = Math.cos(Math.PI / 8);

    private final ServiceArea area;

    public ServiceShapes(ServiceArea area) {
        this.area = area;
    }

    /** The streets that can be reached in so many minutes, cut where the time is up. */
    public MultiLineString streets(int minutes) {
        return SHAPES.createMultiLineString(pieces(minutes).toArray(LineString[]::new));
    }

    /**
     * The ground within {@link #BESIDE} metres of those streets and of the straight way to each door that is reached: every reached
     * door lies in it.
     */
    public Geometry ground(int minutes) {
        List<LineString> lines = pieces(minutes);
        double limit = area.rules().metres(minutes);
        Doors doors = area.network().doors();
        for (int door = 0; door < doors.size(); door++) {
            if (area.metres(door) <= limit && doors.offset(door) > BESIDE) lines.add(path(door));
        }
        return BufferOp.bufferOp(
                SHAPES.createMultiLineString(lines.toArray(LineString[]::new)), BESIDE / ROUNDING, ROUND);
    }

    private List<LineString> pieces(int minutes) {
        List<LineString> pieces = new ArrayList<>();
        for (var stretch : area.distances().within(area.rules().metres(minutes))) {
            pieces.add(SHAPES.createLineString(
                    area.network().graph().piece(stretch.edge(), stretch.low(), stretch.high())));
        }
        return pieces;
    }

    private LineString path(int door) {
        Location at = area.network().doors().location(door);
        Coordinate street = area.network().graph().at(at.edge(), at.along());
        return SHAPES.createLineString(
                new Coordinate[] {street, area.network().doors().at(door)});
    }
}
