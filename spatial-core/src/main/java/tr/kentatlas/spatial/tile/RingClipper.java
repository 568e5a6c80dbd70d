package tr.kentatlas.spatial.tile;

/** Cuts rings to the buffered tile in tile units, side after side (Sutherland and Hodgman 1974). */
final class RingClipper {
    private static final TileSide[] SIDES = TileSide.values();

    private VertexList ring = new VertexList(64);
    private VertexList spare = new VertexList(64);

    /** The part of a ring inside the tile, possibly empty; the answer is the ring itself or a list that the next call reuses. */
    VertexList clip(VertexList whole) {
        VertexList inside = whole;
        for (TileSide side : SIDES) {
            if (crosses(inside, side)) {
                spare.clear();
                cut(inside, side, spare);
                inside = spare;
                spare = ring;
                ring = inside;
            }
        }
        return inside;
    }

    private static boolean crosses(VertexList ring, TileSide side) {
        for (int i = 0; i < ring.size(); i++) {
            if (side.depth(ring.x(i), ring.y(i)) < 0) {
                return true;
            }
        }
        return false;
    }

    private static void cut(VertexList ring, TileSide side, VertexList inside) {
        int last = ring.size() - 1;
        long depthBefore = side.depth(ring.x(last), ring.y(last));
        for (int i = 0, before = last; i <= last; before = i++) {
            long depth = side.depth(ring.x(i), ring.y(i));
            if (depthBefore >= 0 && depth < 0) {
                addCrossing(ring, before, i, (double) depthBefore / (depthBefore - depth), inside);
            } else if (depthBefore < 0 && depth >= 0) {
                addCrossing(ring, i, before, (double) depth / (depth - depthBefore), inside);
            }
            if (depth >= 0) {
                inside.add(ring.x(i), ring.y(i));
            }
            depthBefore = depth;
        }
    }

    /** Always seen from the inner vertex, so that two rings which share an edge cross the side at the same place. */
    private static void addCrossing(VertexList ring, int inner, int outer, double share, VertexList inside) {
        long x = ring.x(inner) + Math.round((ring.x(outer) - ring.x(inner)) * share);
        long y = ring.y(inner) + Math.round((ring.y(outer) - ring.y(inner)) * share);
        inside.add(x, y);
    }
}
