package tr.kentatlas.registry;

import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Where a door of a test city stands. */
final class DoorPlace {
    private DoorPlace() {}

    /** As the registry tells places. */
    static Point of(SyncCity city, UUID door) {
        return city.jdbc
                .sql(
                        "SELECT ST_X(p) AS lon, ST_Y(p) AS lat FROM (SELECT ST_Transform(geom, 4326) AS p FROM working.numarataj"
                                + " WHERE tucbs_no = ?) d")
                .param(door)
                .query((row, n) ->
                        new GeometryFactory().createPoint(new Coordinate(row.getDouble("lon"), row.getDouble("lat"))))
                .single();
    }

    /** By so many metres. */
    static void move(SyncCity city, UUID door, double east) {
        city.jdbc
                .sql("UPDATE working.numarataj SET geom = ST_Translate(geom, ?, 0) WHERE tucbs_no = ?")
                .params(east, door)
                .update();
    }
}
