package tr.kentatlas.spatial.store.filter;

import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.feature.Crs;

/**
 * The CRS of a filter's geometries (OGC API Features Part 3, {@code filter-crs}). {@code usable} is the part of it, easting
 * first, that can be transformed to the storage CRS: a transverse Mercator folds the other side of the globe onto the
 * city, so geometries are cut there. It must reach beyond all stored geometries.
 */
public record FilterCrs(int srid, Crs.Axis firstAxis, Envelope usable) {
    public FilterCrs {
        usable = usable.copy();
    }

    /** A CRS that can be transformed everywhere. */
    public static FilterCrs everywhere(int srid, Crs.Axis firstAxis) {
        double inf = Double.POSITIVE_INFINITY;
        return new FilterCrs(srid, firstAxis, new Envelope(-inf, inf, -inf, inf));
    }

    @Override
    public Envelope usable() {
        return usable.copy();
    }
}
