package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Building parts (bina_blok): each belongs to the one building that its inner point lies in; none or two is no clear parent. */
final class BuildingParts {
    static final String TYPE = "bina_blok";

    private final List<Part> parts = new ArrayList<>();
    private @Nullable PointGrid grid;

    private static final class Part {
        private final String key;
        private final Tags tags;
        private final Geometry area;
        private final Coordinate inner;
        private @Nullable UUID building;
        private int buildings;

        Part(String key, Tags tags, Geometry area) {
            this.key = key;
            this.tags = tags;
            this.area = area;
            this.inner = area.getInteriorPoint().getCoordinate();
        }
    }

    static boolean takes(Tags tags) {
        return tags.affirms("building:part") && !tags.affirms("building");
    }

    void add(String key, Tags tags, Geometry area) {
        if (!area.isEmpty() && area.getArea() > 0) parts.add(new Part(key, tags, area));
    }

    void claim(Geometry building, UUID id) {
        if (parts.isEmpty()) return;
        if (grid == null) grid = new PointGrid(parts.stream().map(p -> p.inner).toList());
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(building);
        grid.within(building.getEnvelopeInternal(), i -> {
            Part part = parts.get(i);
            if (inside.locate(part.inner) == Location.EXTERIOR) return;
            part.building = id;
            part.buildings++;
        });
    }

    void deliver(Mapping mapping, RecordSink sink) {
        for (Part part : parts) {
            if (part.buildings != 1) {
                sink.skip(part.buildings == 0 ? "building:part without a building" : "building:part in two buildings");
                continue;
            }
            mapping.start(part.key, part.tags, sink)
                    .set("bina", part.building)
                    .deliver(Osm.id(TYPE, part.key), part.area);
        }
    }
}
