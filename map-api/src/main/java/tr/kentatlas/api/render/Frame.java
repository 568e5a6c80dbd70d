package tr.kentatlas.api.render;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.map.PictureStore;
import tr.kentatlas.spatial.tile.GridBox;
import tr.kentatlas.spatial.tile.WorldGrid;

/**
 * What a picture shows: a box in a CRS, easting or longitude first whatever the CRS, on so many pixels.
 *
 * @param crs web Mercator, a geographic system, or the storage CRS
 */
public record Frame(Crs crs, Envelope box, int width, int height) {
    /** What a symbol may reach beyond the point it stands at. */
    private static final int MARGIN_PIXELS = 16;

    /** Metres of EPSG:3857 per degree of longitude. */
    private static final double METRES_PER_DEGREE = WorldGrid.HALF_WORLD / 180;

    /** Width of the world at zoom 0 of a MapLibre style, in pixels. */
    private static final double WORLD_PIXELS = 512;

    private static final double PIXEL_METRES = 0.00028;

    public Frame {
        box = box.copy();
    }

    @Override
    public Envelope box() {
        return box.copy();
    }

    /** Where the features of this picture are stored. */
    PictureStore.Area area() {
        Envelope wide = withMargin();
        if (isMercator()) return grid(wide.getMinX(), wide.getMinY(), wide.getMaxX(), wide.getMaxY());
        if (!crs.isGeographic()) return new PictureStore.InStorage(wide);
        return grid(
                WorldGrid.easting(wide.getMinX()),
                WorldGrid.northing(wide.getMinY()),
                WorldGrid.easting(wide.getMaxX()),
                WorldGrid.northing(wide.getMaxY()));
    }

    /** From what is stored to pixels. */
    Screen screen() {
        double perX = width / box.getWidth();
        double perY = height / box.getHeight();
        if (!isMercator() && !crs.isGeographic()) {
            return Screen.linear(perX, -box.getMinX() * perX, -perY, box.getMaxY() * perY);
        }
        double unit = 1 / WorldGrid.UNITS_PER_METRE;
        if (isMercator()) {
            return Screen.linear(
                    unit * perX,
                    -(WorldGrid.HALF_WORLD + box.getMinX()) * perX,
                    unit * perY,
                    (box.getMaxY() - WorldGrid.HALF_WORLD) * perY);
        }
        double degrees = unit / METRES_PER_DEGREE;
        return Screen.geographic(degrees * perX, -(180 + box.getMinX()) * perX, perY, box.getMaxY());
    }

    /** The zoom of a MapLibre map of the same scale at the middle of the picture. */
    public double zoom(Edition edition) {
        double metres;
        if (isMercator()) {
            metres = box.getWidth() / width;
        } else if (crs.isGeographic()) {
            metres = box.getWidth() / width * METRES_PER_DEGREE;
        } else {
            double latitude = edition.extent().centre().y;
            metres = box.getWidth() / width / Math.cos(Math.toRadians(latitude));
        }
        return Math.log(2 * WorldGrid.HALF_WORLD / WORLD_PIXELS / metres) / Math.log(2);
    }

    /** The scale denominator of a zoom with pixels of 0.28 mm (OGC 05-077r4 §6.2), as a map server computes it on web Mercator. */
    public static double denominator(double zoom) {
        return 2 * WorldGrid.HALF_WORLD / WORLD_PIXELS / Math.pow(2, zoom) / PIXEL_METRES;
    }

    /** The box in CRS84 with whatever symbols may reach into it: all that can be seen touches this. Empty in the storage CRS. */
    public Optional<Envelope> degrees() {
        Envelope wide = withMargin();
        if (crs.isGeographic()) return Optional.of(wide);
        if (!isMercator()) return Optional.empty();
        return Optional.of(new Envelope(
                wide.getMinX() / METRES_PER_DEGREE,
                wide.getMaxX() / METRES_PER_DEGREE,
                latitude(wide.getMinY()),
                latitude(wide.getMaxY())));
    }

    private Envelope withMargin() {
        Envelope wide = box.copy();
        wide.expandBy(MARGIN_PIXELS * box.getWidth() / width, MARGIN_PIXELS * box.getHeight() / height);
        return wide;
    }

    private static double latitude(double mercatorY) {
        return Math.toDegrees(2 * Math.atan(Math.exp(mercatorY * Math.PI / WorldGrid.HALF_WORLD)) - Math.PI / 2);
    }

    private boolean isMercator() {
        return crs.srid() == 3857;
    }

    private static GridBox toGrid(double west, double south, double east, double north) {
        return new GridBox(WorldGrid.x(west), WorldGrid.y(north), WorldGrid.x(east), WorldGrid.y(south));
    }

    private static PictureStore.Area grid(double west, double south, double east, double north) {
        return new PictureStore.OnGrid(toGrid(west, south, east, north));
    }
}
