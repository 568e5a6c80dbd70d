package tr.kentatlas.spatial.tile;

/** Turns grid geometry into the MVT commands of one tile: copied where tile and grid agree, else scaled, clipped and cleaned. */
final class TileGeometry {
    private final TileSpace space;
    private final GridReader reader = new GridReader();
    private final VertexList part = new VertexList(64);
    private final VertexList points = new VertexList(16);
    private final RingClipper ringClipper = new RingClipper();
    private final LineClipper lineClipper = new LineClipper();
    private final CommandBuffer commands = new CommandBuffer(1024);
    private boolean inside;

    TileGeometry(TileAddress tile) {
        space = new TileSpace(tile);
    }

    GeometryKind kind() {
        return reader.kind();
    }

    /** Around the geometry drawn last, whether or not all of it is on the tile. */
    GridBox box() {
        return reader.box();
    }

    /** The commands of the geometry drawn last. */
    ProtoBuffer commands() {
        return commands.bytes();
    }

    /** Draws a geometry; false when nothing of it is to be seen on the tile. */
    boolean draw(byte[] grid) {
        return draw(grid, 0, grid.length);
    }

    /** The same of one that lies between two places. */
    boolean draw(byte[] bytes, int from, int to) {
        if (from == to) {
            return false;
        }
        reader.open(bytes, from, to);
        GridBox box = reader.box();
        if (!space.buffered().intersects(box)) {
            return false;
        }
        inside = space.buffered().contains(box);
        commands.restart(0, 0);
        drawParts();
        return commands.bytes().size() > 0;
    }

    private void drawParts() {
        if (inside && space.isGrid()) {
            reader.copy(space.originX(), space.originY(), commands.bytes());
            return;
        }
        switch (reader.kind()) {
            case POINT -> drawPoints();
            case LINE -> drawLines();
            case POLYGON -> drawRings();
        }
    }

    private void drawPoints() {
        reader.next(part, space);
        points.clear();
        for (int i = 0; i < part.size(); i++) {
            if (TileSpace.holds(part.x(i), part.y(i))) {
                points.add(part.x(i), part.y(i));
            }
        }
        commands.points(points);
    }

    private void drawLines() {
        while (reader.hasNext()) {
            reader.next(part, space);
            if (space.isCoarserThanGrid()) {
                part.straightenLine();
            }
            if (!inside) {
                lineClipper.clip(part, commands);
            } else if (part.size() >= 2) {
                commands.line(part);
            }
        }
    }

    /** An exterior ring that vanishes takes its holes along. */
    private void drawRings() {
        boolean exteriorDrawn = false;
        while (reader.hasNext()) {
            reader.next(part, space);
            if (reader.isExterior()) {
                exteriorDrawn = drawRing(1);
            } else if (exteriorDrawn) {
                drawRing(-1);
            }
        }
    }

    private boolean drawRing(int sign) {
        VertexList ring = inside ? part : ringClipper.clip(part);
        if (!inside || space.isCoarserThanGrid()) {
            ring.straightenRing();
        }
        int turn = Long.signum(ring.twiceArea());
        if (turn == 0) {
            return false;
        }
        if (turn != sign) {
            ring.reverse();
        }
        commands.ring(ring);
        return true;
    }
}
