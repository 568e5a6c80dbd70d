package tr.kentatlas.api.ogc.tiles;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.spatial.tile.TileAddress;

/** The tiles of one zoom that a box touches, with one more around: what their buffers reach (OGC 17-083r4, annex D.1). */
record TileRange(int zoom, int west, int east, int north, int south) {

    /** @param box in degrees of CRS84 */
    static TileRange of(Envelope box, int zoom) {
        return new TileRange(
                zoom,
                inside(column(box.getMinX(), zoom) - 1, zoom),
                inside(column(box.getMaxX(), zoom) + 1, zoom),
                inside(row(box.getMaxY(), zoom) - 1, zoom),
                inside(row(box.getMinY(), zoom) + 1, zoom));
    }

    long count() {
        return (east - west + 1L) * (south - north + 1L);
    }

    Stream<TileAddress> tiles() {
        return IntStream.rangeClosed(west, east)
                .boxed()
                .flatMap(x -> IntStream.rangeClosed(north, south).mapToObj(y -> new TileAddress(zoom, x, y)));
    }

    private static long column(double longitude, int zoom) {
        return (long) Math.floor((longitude + 180) / 360 * (1 << zoom));
    }

    private static long row(double latitude, int zoom) {
        double sine = Math.sin(Math.toRadians(Math.max(-85.05, Math.min(85.05, latitude))));
        double share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return (long) Math.floor(share * (1 << zoom));
    }

    private static int inside(long number, int zoom) {
        return Math.toIntExact(Math.max(0, Math.min((1L << zoom) - 1, number)));
    }
}
