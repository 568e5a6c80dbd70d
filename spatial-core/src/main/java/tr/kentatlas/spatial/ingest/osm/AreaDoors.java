package tr.kentatlas.spatial.ingest.osm;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The doors of areas: a building owns those on its outline and the parts within it. */
final class AreaDoors {
    static final String BUILDING = "bina";

    private final NodeStore nodes;
    private final Addresses addresses;
    private final BuildingParts parts;

    AreaDoors(NodeStore nodes, Addresses addresses, BuildingParts parts) {
        this.nodes = nodes;
        this.addresses = addresses;
        this.parts = parts;
    }

    /** A building claims its doors and parts; the address of any other area stands at its inner point. */
    void claim(List<Mapping> wanted, String key, Tags tags, Geometry area, List<long[]> outlines) {
        boolean building = wanted.stream().anyMatch(m -> m.type().name().equals(BUILDING));
        if (!building) {
            if (tags.has("addr:housenumber")) {
                addresses.addNode(Address.of(key, tags, inner(area), Address.Position.UNKNOWN));
            }
            return;
        }
        UUID id = Osm.id(BUILDING, key);
        addresses.claim(area, id);
        parts.claim(area, id);
        if (tags.has("addr:housenumber")) addresses.addBuilding(doors(key, tags, area, outlines), id);
    }

    private List<Address> doors(String key, Tags tags, Geometry area, List<long[]> outlines) {
        Coordinate entrance = entrance(outlines);
        return entrance == null
                ? Address.of(key, tags, inner(area), Address.Position.BUILDING)
                : Address.of(key, tags, entrance, Address.Position.ENTRANCE);
    }

    private @Nullable Coordinate entrance(List<long[]> outlines) {
        long best = -1;
        for (long[] outline : outlines) {
            for (long node : outline) {
                long at = nodes.find(node);
                if (at < 0 || !Marks.has(nodes.marks(at), Marks.ENTRANCE)) continue;
                if (best < 0 || Marks.has(nodes.marks(at), Marks.MAIN_ENTRANCE)) best = at;
            }
        }
        return best < 0 ? null : new Coordinate(nodes.lon(best), nodes.lat(best));
    }

    private static Coordinate inner(Geometry area) {
        return area.getInteriorPoint().getCoordinate();
    }
}
