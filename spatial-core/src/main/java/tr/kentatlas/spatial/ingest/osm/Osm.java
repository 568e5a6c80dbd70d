package tr.kentatlas.spatial.ingest.osm;

import java.util.Arrays;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import tr.kentatlas.spatial.feature.FeatureId;

/** Small things every part of this reader says the same way. */
final class Osm {
    static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double METRES_PER_DEGREE = 111_320;

    private Osm() {}

    /** The feature an element of the map becomes, the same at every import. */
    static UUID id(String type, String key) {
        return FeatureId.of("osm", type, key);
    }

    /** A way's node numbers without immediate repetitions. */
    static long[] nodes(Way way) {
        long[] nodes = new long[way.getWayNodes().size()];
        int size = 0;
        for (var node : way.getWayNodes()) {
            if (size == 0 || nodes[size - 1] != node.getNodeId()) nodes[size++] = node.getNodeId();
        }
        return Arrays.copyOf(nodes, size);
    }

    static boolean isClosed(long[] nodes) {
        return nodes.length >= 4 && nodes[0] == nodes[nodes.length - 1];
    }

    /** East of {@code from}, in metres; good for a few kilometres. */
    static double east(Coordinate from, Coordinate to) {
        return (to.x - from.x) * METRES_PER_DEGREE * Math.cos(Math.toRadians(from.y));
    }

    /** North of {@code from}, in metres. */
    static double north(Coordinate from, Coordinate to) {
        return (to.y - from.y) * METRES_PER_DEGREE;
    }

    /** A place so many metres east and north of another. */
    static Coordinate shifted(Coordinate from, double east, double north) {
        double lon = from.x + east / (METRES_PER_DEGREE * Math.cos(Math.toRadians(from.y)));
        return new Coordinate(lon, from.y + north / METRES_PER_DEGREE);
    }
}
