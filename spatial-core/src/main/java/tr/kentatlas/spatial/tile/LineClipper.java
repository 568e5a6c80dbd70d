package tr.kentatlas.spatial.tile;

/** Cuts lines to the buffered tile in tile units, segment by segment (Liang and Barsky 1984); a line may fall into parts. */
final class LineClipper {
    private static final TileSide[] SIDES = TileSide.values();

    private final VertexList part = new VertexList(64);

    /** Writes what is inside the tile. */
    void clip(VertexList line, CommandBuffer out) {
        for (int i = 1; i < line.size(); i++) {
            clip(line.x(i - 1), line.y(i - 1), line.x(i), line.y(i), out);
        }
        finishPart(out);
    }

    private void clip(long x0, long y0, long x1, long y1, CommandBuffer out) {
        double enter = 0;
        double leave = 1;
        for (TileSide side : SIDES) {
            long from = side.depth(x0, y0);
            long to = side.depth(x1, y1);
            if (from < 0) {
                enter = to < 0 ? Double.POSITIVE_INFINITY : Math.max(enter, share(from, to));
            } else if (to < 0) {
                leave = Math.min(leave, share(from, to));
            }
        }
        if (enter <= leave) {
            add(x0, y0, x1, y1, enter);
            add(x0, y0, x1, y1, leave);
        }
        if (enter > leave || leave < 1) {
            finishPart(out);
        }
    }

    private static double share(long from, long to) {
        return (double) from / (from - to);
    }

    private void add(long x0, long y0, long x1, long y1, double share) {
        part.add(x0 + Math.round((x1 - x0) * share), y0 + Math.round((y1 - y0) * share));
    }

    private void finishPart(CommandBuffer out) {
        if (part.size() >= 2) {
            out.line(part);
        }
        part.clear();
    }
}
