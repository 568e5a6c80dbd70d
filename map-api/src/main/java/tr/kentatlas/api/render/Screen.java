package tr.kentatlas.api.render;

import tr.kentatlas.spatial.tile.WorldGrid;

/** From stored coordinates to pixels, y down; in a geographic picture the Mercator northing becomes a latitude on the way. */
final class Screen {
    private static final double RADIANS_PER_UNIT = 1 / WorldGrid.UNITS_PER_METRE * Math.PI / WorldGrid.HALF_WORLD;

    private final double scaleX;
    private final double shiftX;
    private final double scaleY;
    private final double shiftY;
    private final boolean unrolls;

    private Screen(double scaleX, double shiftX, double scaleY, double shiftY, boolean unrolls) {
        this.scaleX = scaleX;
        this.shiftX = shiftX;
        this.scaleY = scaleY;
        this.shiftY = shiftY;
        this.unrolls = unrolls;
    }

    static Screen linear(double scaleX, double shiftX, double scaleY, double shiftY) {
        return new Screen(scaleX, shiftX, scaleY, shiftY, false);
    }

    /** From grid units; {@code north} is the latitude of the upper edge. */
    static Screen geographic(double scaleX, double shiftX, double pixelsPerDegree, double north) {
        return new Screen(scaleX, shiftX, pixelsPerDegree, north, true);
    }

    double x(double stored) {
        return stored * scaleX + shiftX;
    }

    double y(double stored) {
        if (!unrolls) return stored * scaleY + shiftY;
        double latitude = Math.toDegrees(Math.atan(Math.sinh(Math.PI - stored * RADIANS_PER_UNIT)));
        return (shiftY - latitude) * scaleY;
    }
}
