package tr.kentatlas.spatial.tile;

/** Hands the vertices of {@link GridGeometry} bytes to whoever draws them, in grid units; nothing is copied. */
public final class GridShape {
    private static final int CLOSE_PATH_BYTES = 1;

    private final byte[] grid;
    private final int end;
    private int position;
    private int x;
    private int y;

    private GridShape(byte[] grid, int from, int end) {
        this.grid = grid;
        this.position = from;
        this.end = end;
    }

    /** Takes points, lines and rings part by part. */
    public interface Pen {
        /** Kind and box of what follows, in grid units, before anything else; false when it is not wanted. */
        boolean begins(GeometryKind kind, double minX, double minY, double maxX, double maxY);

        void point(double x, double y);

        /** The first vertex of a line or ring. */
        void moveTo(double x, double y);

        void lineTo(double x, double y);

        /** The ring just drawn is whole. */
        void close();

        /** The line just drawn is whole. */
        void end();
    }

    /** Reads one encoded, non-empty geometry. */
    public static void read(byte[] grid, Pen pen) {
        new GridShape(grid, 0, grid.length).read(pen);
    }

    /** Reads the geometry of each feature of a {@link TileBlock}. */
    public static void readAll(byte[] block, Pen pen) {
        BlockReader features = new BlockReader(new ValueTable());
        features.open(block);
        while (features.next()) new GridShape(block, features.gridFrom(), features.gridTo()).read(pen);
    }

    private void read(Pen pen) {
        GeometryKind kind = GeometryKind.of(varint());
        x = varint();
        y = varint();
        if (!pen.begins(kind, x, y, x + (double) varint(), y + (double) varint())) return;
        while (position < end) {
            switch (kind) {
                case POINT -> points(pen);
                case LINE -> line(pen);
                case POLYGON -> ring(pen);
            }
        }
    }

    private void points(Pen pen) {
        for (int left = varint() >>> 3; left > 0; left--) {
            step();
            pen.point(x, y);
        }
    }

    private void line(Pen pen) {
        path(pen);
        pen.end();
    }

    private void ring(Pen pen) {
        path(pen);
        position += CLOSE_PATH_BYTES;
        pen.close();
    }

    private void path(Pen pen) {
        varint(); // MoveTo, once
        step();
        pen.moveTo(x, y);
        for (int left = varint() >>> 3; left > 0; left--) {
            step();
            pen.lineTo(x, y);
        }
    }

    private void step() {
        x += zigzag();
        y += zigzag();
    }

    private int zigzag() {
        int value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private int varint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = grid[position++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) return value;
        }
    }
}
