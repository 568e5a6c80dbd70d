package tr.kentatlas.spatial.tile;

/** Reads the bytes of {@link GridGeometry} part by part, straight into the units of one tile; reused from feature to feature. */
final class GridReader {
    private byte[] grid = {};
    private int position;
    private GeometryKind kind = GeometryKind.POINT;
    private GridBox box = new GridBox(0, 0, 0, 0);
    private int cursorX;
    private int cursorY;
    private long twiceArea;

    void open(byte[] bytes) {
        grid = bytes;
        position = 0;
        kind = GeometryKind.of(varint());
        cursorX = varint();
        cursorY = varint();
        box = new GridBox(cursorX, cursorY, cursorX + varint(), cursorY + varint());
    }

    GeometryKind kind() {
        return kind;
    }

    GridBox box() {
        return box;
    }

    boolean hasNext() {
        return position < grid.length;
    }

    /** Reads the next line, the next ring, or all the points. */
    void next(VertexList part, TileSpace space) {
        part.clear();
        vertices(varint() >>> 3, part, space);
        if (kind == GeometryKind.POINT) {
            return;
        }
        twiceArea = 0;
        vertices(varint() >>> 3, part, space);
        if (kind == GeometryKind.POLYGON) {
            position++; // ClosePath
        }
    }

    /** Whether the ring just read is an exterior one, told by its turn on the grid and not by what a low zoom leaves of it. */
    boolean isExterior() {
        return twiceArea > 0;
    }

    /** Hands the stream on unchanged but for its first step, for a tile whose units are the grid's. */
    void copy(int originX, int originY, ProtoBuffer out) {
        out.varint(varint());
        out.zigzag(cursorX + zigzag() - originX);
        out.zigzag(cursorY + zigzag() - originY);
        out.bytes(grid, position, grid.length - position);
    }

    private void vertices(int count, VertexList part, TileSpace space) {
        int x = cursorX;
        int y = cursorY;
        for (int i = 0; i < count; i++) {
            int dx = zigzag();
            int dy = zigzag();
            // Seen from the start of the part, so that the side which closes a ring adds nothing.
            twiceArea += (long) (x - cursorX) * dy - (long) (y - cursorY) * dx;
            x += dx;
            y += dy;
            part.add(space.x(x), space.y(y));
        }
        cursorX = x;
        cursorY = y;
    }

    private int zigzag() {
        int value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private int varint() {
        int value = grid[position++];
        if (value >= 0) {
            return value;
        }
        value &= 0x7F;
        for (int shift = 7; ; shift += 7) {
            int next = grid[position++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
