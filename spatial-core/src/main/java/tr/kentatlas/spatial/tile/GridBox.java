package tr.kentatlas.spatial.tile;

/**
 * A box on the world grid (2^28 units per side, x right, y down from the north-west corner), edges included. A tile's
 * buffered box may reach beyond the world.
 */
public record GridBox(int minX, int minY, int maxX, int maxY) {
    public GridBox {
        if (minX > maxX || minY > maxY) {
            throw new IllegalArgumentException(
                    "box is turned inside out: " + minX + " " + minY + " " + maxX + " " + maxY);
        }
    }

    public boolean intersects(GridBox other) {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }

    public boolean contains(GridBox other) {
        return minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY;
    }

    GridBox union(GridBox other) {
        return new GridBox(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }
}
