package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/** What a service area looks like on the map: the streets reached, and the ground beside them. In the storage CRS. */
public final class ServiceShapes {
    /** Ground on either side of a reached street, in metres. */
    public static final double BESIDE = 25;

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private final ServiceArea area;

    public ServiceShapes(ServiceArea area) {
        this.area = area;
    }

    /** The streets that can be reached in so many minutes, cut where the time is up. */
    public MultiLineString streets(int minutes) {
        return SHAPES.createMultiLineString(
                pieces(minutes).stream().map(SHAPES::createLineString).toArray(LineString[]::new));
    }

    /**
     * The ground within {@link #BESIDE} metres of those streets and of the straight way to each door that is reached, in squares of ten
     * metres: every reached door lies in it.
     */
    public Geometry ground(int minutes) {
        List<Coordinate[]> lines = pieces(minutes);
        double limit = area.rules().metres(minutes);
        Doors doors = area.network().doors();
        for (int door = 0; door < doors.size(); door++) {
            if (area.metres(door) <= limit && doors.offset(door) > BESIDE) lines.add(path(door));
        }
        return lines.isEmpty() ? SHAPES.createMultiPolygon() : GroundOutline.of(GroundGrid.beside(lines, BESIDE));
    }

    private List<Coordinate[]> pieces(int minutes) {
        List<Coordinate[]> pieces = new ArrayList<>();
        for (var stretch : area.distances().within(area.rules().metres(minutes))) {
            pieces.add(area.network().graph().piece(stretch.edge(), stretch.low(), stretch.high()));
        }
        return pieces;
    }

    private Coordinate[] path(int door) {
        Location at = area.network().doors().location(door);
        Coordinate street = area.network().graph().at(at.edge(), at.along());
        return new Coordinate[] {street, area.network().doors().at(door)};
    }
}
