package tr.kentatlas.spatial.planning.statistics;

import org.locationtech.jts.geom.Geometry;

/** An area somebody drew or brought along: a valid polygon, or several, in CRS84. */
public record DrawnArea(String name, Geometry shape) {
    public DrawnArea {
        shape = shape.copy();
    }
}
