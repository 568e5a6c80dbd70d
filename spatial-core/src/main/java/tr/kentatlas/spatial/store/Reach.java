package tr.kentatlas.spatial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * How many features of a type a grant shows, and the box they lie in.
 *
 * @param extent in CRS84; null when none of them has a place
 */
public record Reach(long rows, @Nullable Envelope extent) {

    static Reach read(ResultSet row) throws SQLException {
        row.next();
        long rows = row.getLong(1);
        double west = row.getDouble(2);
        if (row.wasNull()) return new Reach(rows, null);
        return new Reach(rows, new Envelope(west, row.getDouble(3), row.getDouble(4), row.getDouble(5)));
    }
}
