package tr.kentatlas.spatial.tile;

/** Geometry as MVT commands (MVT 4.3): MoveTo, LineTo, ClosePath with zigzag steps from a cursor that runs on. */
final class CommandBuffer {
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7 | 1 << 3;

    private final ProtoBuffer out;
    private int cursorX;
    private int cursorY;

    CommandBuffer(int capacity) {
        out = new ProtoBuffer(capacity);
    }

    ProtoBuffer bytes() {
        return out;
    }

    /** Forgets what was written and puts the cursor somewhere. */
    void restart(int x, int y) {
        out.clear();
        cursorX = x;
        cursorY = y;
    }

    void points(VertexList points) {
        if (points.size() > 0) {
            command(MOVE_TO, points.size());
            steps(points, 0);
        }
    }

    void line(VertexList line) {
        command(MOVE_TO, 1);
        step((int) line.x(0), (int) line.y(0));
        command(LINE_TO, line.size() - 1);
        steps(line, 1);
    }

    void ring(VertexList ring) {
        line(ring);
        out.varint(CLOSE_PATH);
    }

    private void command(int id, int count) {
        out.varint(id | count << 3);
    }

    private void steps(VertexList vertices, int from) {
        for (int i = from; i < vertices.size(); i++) {
            step((int) vertices.x(i), (int) vertices.y(i));
        }
    }

    private void step(int x, int y) {
        out.zigzag(x - cursorX);
        out.zigzag(y - cursorY);
        cursorX = x;
        cursorY = y;
    }
}
