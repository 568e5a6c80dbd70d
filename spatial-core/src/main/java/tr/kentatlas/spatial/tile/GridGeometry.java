package tr.kentatlas.spatial.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometry quantised once, at publishing, to the world grid (EPSG:3857 as 2^28 units per side, y down), as the bytes that
 * {@link TileEncoder} cuts tiles from.
 *
 * <p>Layout, all varints: the kind (MVT GeomType); the box as west, north, width, height; then the MVT command stream
 * (MVT 4.3) of the whole geometry with the cursor starting at the box's north-west corner. Only the first step of that
 * stream depends on the tile, so a tile of zoom 16 takes the rest as it is. Exterior rings have positive area (clockwise
 * on screen, MVT 4.3.4.4), holes negative; each exterior is followed by its holes.
 */
public final class GridGeometry {
    private static final byte[] NOTHING = {};

    private final List<VertexList> parts = new ArrayList<>();

    private GridGeometry() {}

    /**
     * Quantises a point, line or polygon, single or multi, given in metres of EPSG:3857. Lines that collapse to one vertex
     * and rings without area on the grid are left out; when nothing remains the answer is empty.
     *
     * @throws IllegalArgumentException for a collection of mixed kinds or a coordinate that is not finite
     */
    public static byte[] encode(Geometry webMercator) {
        GeometryKind kind = kindOf(webMercator);
        GridGeometry geometry = new GridGeometry();
        for (int i = 0; i < webMercator.getNumGeometries(); i++) {
            geometry.add(webMercator.getGeometryN(i));
        }
        return geometry.parts.isEmpty() ? NOTHING.clone() : geometry.write(kind);
    }

    /** The bounding box of encoded, non-empty geometry. */
    public static GridBox box(byte[] grid) {
        GridReader reader = new GridReader();
        reader.open(grid, 0, grid.length);
        return reader.box();
    }

    private static GeometryKind kindOf(Geometry geometry) {
        return switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT, Geometry.TYPENAME_MULTIPOINT -> GeometryKind.POINT;
            case Geometry.TYPENAME_LINESTRING, Geometry.TYPENAME_LINEARRING, Geometry.TYPENAME_MULTILINESTRING ->
                GeometryKind.LINE;
            case Geometry.TYPENAME_POLYGON, Geometry.TYPENAME_MULTIPOLYGON -> GeometryKind.POLYGON;
            default -> throw new IllegalArgumentException("no tile geometry for " + geometry.getGeometryType());
        };
    }

    private void add(Geometry part) {
        if (part.isEmpty()) {
            return;
        }
        switch (part) {
            case Point point -> addPoint(point);
            case LineString line -> addLine(line);
            case Polygon polygon -> addPolygon(polygon);
            default -> throw new IllegalArgumentException("no tile geometry for " + part.getGeometryType());
        }
    }

    /** All points share one part, because they share one MoveTo command (MVT 4.3.4.2). */
    private void addPoint(Point point) {
        if (parts.isEmpty()) {
            parts.add(new VertexList(1));
        }
        parts.getFirst().add(WorldGrid.x(point.getX()), WorldGrid.y(point.getY()));
    }

    private void addLine(LineString line) {
        VertexList vertices = quantise(line);
        if (vertices.size() >= 2) {
            parts.add(vertices);
        }
    }

    private void addPolygon(Polygon polygon) {
        if (!addRing(polygon.getExteriorRing(), 1)) {
            return;
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            addRing(polygon.getInteriorRingN(i), -1);
        }
    }

    private boolean addRing(LineString ring, int sign) {
        VertexList vertices = quantise(ring);
        vertices.open();
        int turn = Long.signum(vertices.twiceArea());
        if (turn == 0) {
            return false;
        }
        if (turn != sign) {
            vertices.reverse();
        }
        return parts.add(vertices);
    }

    private static VertexList quantise(LineString line) {
        CoordinateSequence sequence = line.getCoordinateSequence();
        VertexList vertices = new VertexList(sequence.size());
        for (int i = 0; i < sequence.size(); i++) {
            vertices.add(WorldGrid.x(sequence.getX(i)), WorldGrid.y(sequence.getY(i)));
        }
        return vertices;
    }

    private byte[] write(GeometryKind kind) {
        GridBox box = boxOfParts();
        ProtoBuffer out = new ProtoBuffer(64);
        out.varint(kind.code());
        out.varint(box.minX());
        out.varint(box.minY());
        out.varint(box.maxX() - box.minX());
        out.varint(box.maxY() - box.minY());
        CommandBuffer commands = new CommandBuffer(64);
        commands.restart(box.minX(), box.minY());
        parts.forEach(part -> writePart(kind, part, commands));
        out.append(commands.bytes());
        return out.toBytes();
    }

    private static void writePart(GeometryKind kind, VertexList part, CommandBuffer commands) {
        switch (kind) {
            case POINT -> commands.points(part);
            case LINE -> commands.line(part);
            case POLYGON -> commands.ring(part);
        }
    }

    private GridBox boxOfParts() {
        GridBox box = parts.getFirst().box();
        for (VertexList part : parts) {
            box = box.union(part.box());
        }
        return box;
    }
}
