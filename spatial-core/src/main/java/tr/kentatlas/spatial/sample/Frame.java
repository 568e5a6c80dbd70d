package tr.kentatlas.spatial.sample;

import org.locationtech.jts.geom.Coordinate;

/** A local right-angled system on a parcel: x along the street front, y into the parcel, both in metres. */
record Frame(Coordinate origin, double ux, double uy) {

    static Frame on(Coordinate a, Coordinate b) {
        double length = a.distance(b);
        return new Frame(a, (b.x - a.x) / length, (b.y - a.y) / length);
    }

    Coordinate at(double x, double y) {
        return Plane.at(origin.x + x * ux - y * uy, origin.y + x * uy + y * ux);
    }

    /** Degrees clockwise from north of the direction towards the street. */
    double outward() {
        double degrees = Math.toDegrees(Math.atan2(uy, -ux));
        return Math.floorMod((long) Math.rint(degrees * 10), 3600L) / 10.0;
    }
}
