package tr.kentatlas.registry.port;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/**
 * A road to add or change. Each centre line has exactly its left and its right side.
 *
 * @param name without the word for its kind
 * @param kind code of list csbmTuru
 */
public record RoadWrite(Target target, String name, String kind, List<CentreLine> centreLines)
        implements RegistryWrite {
    public RoadWrite {
        centreLines = List.copyOf(centreLines);
    }

    /** The centre lines that have a side in a neighbourhood. */
    public MultiLineString linesIn(long neighbourhood) {
        return new GeometryFactory()
                .createMultiLineString(centreLines.stream()
                        .filter(line -> Stream.of(line.left(), line.right())
                                .anyMatch(side -> side.neighbourhood() == neighbourhood))
                        .map(CentreLine::line)
                        .toArray(LineString[]::new));
    }

    /**
     * A piece of the road.
     *
     * @param code null for a new one
     * @param line EPSG:4326, x = longitude
     */
    public record CentreLine(@Nullable Long code, LineString line, RoadSide left, RoadSide right) {}

    /**
     * One side of a piece.
     *
     * @param code null for a new one
     * @param street national street code (UAVT); null lets the registry give one
     */
    public record RoadSide(
            @Nullable Long code,
            long neighbourhood,
            String fixedCode,
            @Nullable Long street) {}
}
