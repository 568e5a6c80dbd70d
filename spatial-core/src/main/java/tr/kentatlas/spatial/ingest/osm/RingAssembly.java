package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of a multipolygon relation's ways: joins ways end to end into rings by node number, then nests the rings by
 * what lies inside what. The members' roles are not trusted: a ring at even depth is an outer, at odd depth a hole.
 */
final class RingAssembly {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Places places;

    RingAssembly(Places places) {
        this.places = places;
    }

    /** Where a node is. */
    @FunctionalInterface
    interface Places {
        /** Throws {@link BrokenShape} when the file has no such node. */
        Coordinate of(long node) throws BrokenShape;
    }

    /** The ways' polygons. */
    Geometry assemble(Collection<long[]> ways) throws BrokenShape {
        List<LinearRing> rings = new ArrayList<>();
        for (long[] nodes : stitch(ways)) rings.add(ring(nodes));
        return nest(rings);
    }

    /** A closed way's polygon. */
    Polygon polygon(long[] nodes) throws BrokenShape {
        return SHAPES.createPolygon(ring(nodes));
    }

    private LinearRing ring(long[] nodes) throws BrokenShape {
        if (nodes.length < 4) throw new BrokenShape("a ring has fewer than three corners");
        Coordinate[] corners = new Coordinate[nodes.length];
        for (int i = 0; i < nodes.length; i++) corners[i] = places.of(nodes[i]);
        corners[nodes.length - 1] = corners[0].copy();
        return SHAPES.createLinearRing(corners);
    }

    private static List<long[]> stitch(Collection<long[]> ways) throws BrokenShape {
        List<long[]> rings = new ArrayList<>();
        OpenWays open = new OpenWays();
        for (long[] way : ways) {
            if (way.length < 2) throw new BrokenShape("a member way has fewer than two nodes");
            if (way[0] == way[way.length - 1]) rings.add(way);
            else open.add(way);
        }
        for (long[] way = open.any(); way != null; way = open.any()) rings.addAll(follow(way, open));
        return rings;
    }

    /** Walks from way to way until back at the start; where rings touch in a node, a loop met on the way is a ring of its own. */
    private static List<long[]> follow(long[] first, OpenWays open) throws BrokenShape {
        List<long[]> rings = new ArrayList<>();
        List<Long> path = new ArrayList<>();
        Map<Long, Integer> joints = new HashMap<>();
        long[] way = first;
        long at = first[0];
        path.add(at);
        joints.put(at, 0);
        while (true) {
            append(path, way, at);
            at = path.getLast();
            Integer before = joints.get(at);
            if (before == null) {
                joints.put(at, path.size() - 1);
            } else {
                rings.add(cut(path, before, joints));
                if (before == 0) return rings;
            }
            way = open.next(at);
        }
    }

    private static void append(List<Long> path, long[] way, long from) {
        if (way[0] == from) {
            for (int i = 1; i < way.length; i++) path.add(way[i]);
        } else {
            for (int i = way.length - 2; i >= 0; i--) path.add(way[i]);
        }
    }

    private static long[] cut(List<Long> path, int from, Map<Long, Integer> joints) {
        long[] ring = path.subList(from, path.size()).stream().mapToLong(n -> n).toArray();
        path.subList(from + 1, path.size()).clear();
        joints.values().removeIf(position -> position > from);
        return ring;
    }

    /** The ways that are no ring by themselves and not used yet, by their ends. */
    private static final class OpenWays {
        private final List<long[]> ways = new ArrayList<>();
        private final BitSet used = new BitSet();
        private final Map<Long, List<Integer>> byEnd = new HashMap<>();

        void add(long[] way) {
            byEnd.computeIfAbsent(way[0], k -> new ArrayList<>(2)).add(ways.size());
            byEnd.computeIfAbsent(way[way.length - 1], k -> new ArrayList<>(2)).add(ways.size());
            ways.add(way);
        }

        long @Nullable [] any() {
            int at = used.nextClearBit(0);
            return at < ways.size() ? take(at) : null;
        }

        long[] next(long end) throws BrokenShape {
            for (int at : byEnd.getOrDefault(end, List.of())) {
                if (!used.get(at)) return take(at);
            }
            throw new BrokenShape("the outline is not closed at node " + end);
        }

        private long[] take(int at) {
            used.set(at);
            return ways.get(at);
        }
    }

    private static Geometry nest(List<LinearRing> rings) throws BrokenShape {
        if (rings.isEmpty()) throw new BrokenShape("none of its outlines is in the file");
        List<Placed> placed =
                rings.stream().map(Placed::new).sorted(Placed.LARGEST_FIRST).toList();
        List<Placed> outers = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Placed ring = placed.get(i);
            ring.parent = smallestAround(ring, placed.subList(0, i));
            ring.depth = ring.parent == null ? 0 : ring.parent.depth + 1;
            if (ring.isOuter()) outers.add(ring);
            else ring.parentOrFail().holes.add(ring.ring);
        }
        Polygon[] polygons = outers.stream()
                .map(o -> SHAPES.createPolygon(o.ring, o.holes.toArray(LinearRing[]::new)))
                .toArray(Polygon[]::new);
        return polygons.length == 1 ? polygons[0] : SHAPES.createMultiPolygon(polygons);
    }

    private static @Nullable Placed smallestAround(Placed ring, List<Placed> larger) {
        for (Placed other : larger.reversed()) {
            if (other.contains(ring)) return other;
        }
        return null;
    }

    /** A ring and what lies in it. */
    private static final class Placed {
        static final Comparator<Placed> LARGEST_FIRST =
                Comparator.comparingDouble((Placed p) -> p.area).reversed();

        private final LinearRing ring;
        private final Polygon filled;
        private final double area;
        private final List<LinearRing> holes = new ArrayList<>();
        private @Nullable IndexedPointInAreaLocator inside;
        private @Nullable Placed parent;
        private int depth;

        Placed(LinearRing ring) {
            this.ring = ring;
            this.filled = SHAPES.createPolygon(ring);
            this.area = filled.getArea();
        }

        boolean isOuter() {
            return depth % 2 == 0;
        }

        Placed parentOrFail() {
            return Objects.requireNonNull(parent);
        }

        /** Decided by the first corner that is not on the border; rings may touch. */
        boolean contains(Placed other) {
            if (!filled.getEnvelopeInternal().contains(other.filled.getEnvelopeInternal())) return false;
            if (inside == null) inside = new IndexedPointInAreaLocator(filled);
            for (Coordinate corner : other.ring.getCoordinates()) {
                int where = inside.locate(corner);
                if (where != Location.BOUNDARY) return where == Location.INTERIOR;
            }
            return inside.locate(other.filled.getInteriorPoint().getCoordinate()) == Location.INTERIOR;
        }
    }
}
