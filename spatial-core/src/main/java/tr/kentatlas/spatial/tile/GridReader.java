package tr.kentatlas.spatial.tile;

/** Reads the bytes of {@link GridGeometry} part by part, straight into the units of one tile; reused from feature to feature. */
final class GridReader {
    private final VarintReader in = new VarintReader();
    private GeometryKind kind = GeometryKind.POINT;
    private GridBox box = new GridBox(0, 0, 0, 0);
    private int cursorX;
    private int cursorY;
    private long twiceArea;

    /** Begins with the geometry that lies between two places. */
    void open(byte[] bytes, int from, int to) {
        in.open(bytes, from, to);
        kind = GeometryKind.of(in.next());
        cursorX = in.next();
        cursorY = in.next();
        box = new GridBox(cursorX, cursorY, cursorX + in.next(), cursorY + in.next());
    }

    GeometryKind kind() {
        return kind;
    }

    GridBox box() {
        return box;
    }

    boolean hasNext() {
        return in.hasNext();
    }

    /** Reads the next line, the next ring, or all the points. */
    void next(VertexList part, TileSpace space) {
        part.clear();
        vertices(in.next() >>> 3, part, space);
        if (kind == GeometryKind.POINT) {
            return;
        }
        twiceArea = 0;
        vertices(in.next() >>> 3, part, space);
        if (kind == GeometryKind.POLYGON) {
            in.next(); // ClosePath
        }
    }

    /** Whether the ring just read is an exterior one, told by its turn on the grid and not by what a low zoom leaves of it. */
    boolean isExterior() {
        return twiceArea > 0;
    }

    /** Hands the stream on unchanged but for its first step, for a tile whose units are the grid's. */
    void copy(int originX, int originY, ProtoBuffer out) {
        out.varint(in.next());
        out.zigzag(cursorX + in.zigzag() - originX);
        out.zigzag(cursorY + in.zigzag() - originY);
        out.bytes(in.bytes(), in.position(), in.rest());
    }

    private void vertices(int count, VertexList part, TileSpace space) {
        int x = cursorX;
        int y = cursorY;
        for (int i = 0; i < count; i++) {
            int dx = in.zigzag();
            int dy = in.zigzag();
            // Seen from the start of the part, so that the side which closes a ring adds nothing.
            twiceArea += (long) (x - cursorX) * dy - (long) (y - cursorY) * dx;
            x += dx;
            y += dy;
            part.add(space.x(x), space.y(y));
        }
        cursorX = x;
        cursorY = y;
    }
}
