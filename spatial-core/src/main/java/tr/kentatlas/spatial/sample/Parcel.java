package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A parcel with its street fronts, the most important first, and the houses planned on it. */
final class Parcel {
    private static final double SHORTEST_FRONT = 5;
    final String key;
    final Block block;
    final Ring ring;
    final int number;
    final List<Front> fronts;
    final List<House> houses = new ArrayList<>();
    boolean built;

    Parcel(Block block, int number, Ring ring) {
        this.key = block.key + ":" + number;
        this.block = block;
        this.number = number;
        this.ring = ring;
        this.fronts = fronts(ring);
    }

    /** A side along a street; the street lies to the right of a→b, the parcel to its left. */
    record Front(Street street, Coordinate a, Coordinate b) {
        double length() {
            return a.distance(b);
        }

        Coordinate middle() {
            return Plane.between(a, b, 0.5);
        }
    }

    private static List<Front> fronts(Ring ring) {
        List<Front> fronts = new ArrayList<>();
        int n = ring.size();
        int start = 0;
        while (start < n && ring.edge(start) == ring.edge(start - 1)) {
            start++;
        }
        for (int i = start; i < start + n; ) {
            Street street = ring.edge(i);
            int end = i + 1;
            while (end < start + n && ring.edge(end) == street) {
                end++;
            }
            Front front = new Front(street, ring.corner(i), ring.corner(end));
            if (street.kind.isRoad() && front.length() > SHORTEST_FRONT) {
                fronts.add(front);
            }
            i = end;
        }
        fronts.sort(Comparator.comparingDouble(Front::length).reversed());
        return List.copyOf(fronts);
    }
}
