package tr.kentatlas.spatial.ingest.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** Reads the GeoPackage binary format (OGC 12-128r18 §2.1.3): a header with an optional envelope, then WKB; and WKT (OGC 06-103r4). */
final class GeoPackageGeometry {
    private static final int HEADER = 8;
    private static final int[] ENVELOPE = {0, 32, 48, 48, 64};
    private static final int EMPTY = 1 << 4;
    private static final int EXTENDED = 1 << 5;

    private GeoPackageGeometry() {}

    static @Nullable Geometry read(byte @Nullable [] blob) throws BadGeometry {
        if (blob == null) return null;
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P')
            throw new BadGeometry("it is no GeoPackage geometry");
        int flags = blob[3];
        int envelope = (flags >> 1) & 7;
        if ((flags & EXTENDED) != 0 || envelope >= ENVELOPE.length) {
            throw new BadGeometry("its geometry is of an extended kind");
        }
        if ((flags & EMPTY) != 0) return null;
        return wkb(blob, HEADER + ENVELOPE[envelope]);
    }

    /** A second geometry, since a table has one column of geometries; in the system of the layers. */
    static @Nullable Geometry read(String wkt) throws BadGeometry {
        if (wkt.isBlank()) return null;
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadGeometry("it is no WKT: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new BadGeometry("its geometry nests too deep");
        }
    }

    private static Geometry wkb(byte[] blob, int from) throws BadGeometry {
        if (blob.length <= from) throw new BadGeometry("its geometry is cut off");
        try {
            return new WKBReader().read(Arrays.copyOfRange(blob, from, blob.length));
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadGeometry("its geometry cannot be read: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new BadGeometry("its geometry nests too deep");
        }
    }
}
