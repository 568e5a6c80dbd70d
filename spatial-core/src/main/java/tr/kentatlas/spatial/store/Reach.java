package tr.kentatlas.spatial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.tile.WorldGrid;

/**
 * How many features of a type a grant shows, and the box they lie in.
 *
 * @param extent in CRS84; null when none of them has a place
 */
public record Reach(long rows, @Nullable Envelope extent) {
    /** West, east, north and south of all rows on the world grid, by the box each has there. */
    static final String ON_GRID = "min((gbox[1])[0]), max((gbox[0])[0]), min((gbox[1])[1]), max((gbox[0])[1])";

    static final String NOWHERE = "NULL::float8, NULL::float8, NULL::float8, NULL::float8";
    /** Each place was moved to the nearest of the grid. */
    private static final double MOVED = 0.5;

    static Reach read(ResultSet row) throws SQLException {
        row.next();
        long rows = row.getLong(1);
        double west = row.getDouble(2);
        if (row.wasNull()) return new Reach(rows, null);
        Envelope extent = new Envelope(
                WorldGrid.longitude(west - MOVED),
                WorldGrid.longitude(row.getDouble(3) + MOVED),
                WorldGrid.latitude(row.getDouble(4) - MOVED),
                WorldGrid.latitude(row.getDouble(5) + MOVED));
        return new Reach(rows, extent);
    }
}
