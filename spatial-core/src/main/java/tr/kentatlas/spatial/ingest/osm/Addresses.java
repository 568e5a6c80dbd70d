package tr.kentatlas.spatial.ingest.osm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Door numbers (numarataj): each finds the building it stands in or on, and the side of the street it names. */
final class Addresses {
    static final String TYPE = "numarataj";

    private final List<Address> onNodes = new ArrayList<>();
    private final List<Address> onBuildings = new ArrayList<>();
    private @Nullable PointGrid grid;

    void addNode(List<Address> addresses) {
        onNodes.addAll(addresses);
    }

    /** The building's own addresses; doors of the same number in it go before them. */
    void addBuilding(List<Address> addresses, UUID building) {
        addresses.forEach(a -> a.building = building);
        onBuildings.addAll(addresses);
    }

    /** Claims the doors that lie in a building or on its outline; inside goes before outline where two buildings touch. */
    void claim(Geometry building, UUID id) {
        if (onNodes.isEmpty()) return;
        if (grid == null)
            grid = new PointGrid(onNodes.stream().map(a -> a.place).toList());
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(building);
        grid.within(building.getEnvelopeInternal(), i -> {
            Address address = onNodes.get(i);
            int where = inside.locate(address.place);
            if (where == Location.EXTERIOR || (where == Location.BOUNDARY && address.building != null)) return;
            address.building = id;
            address.position = where == Location.BOUNDARY ? Address.Position.ENTRANCE : inner(address);
        });
    }

    void deliver(Streets streets, RecordSink sink) {
        Set<String> known = new HashSet<>();
        for (Address address : onNodes) if (!address.told) deliver(address, known, streets, sink);
        for (Address address : onBuildings) if (!address.told) deliver(address, known, streets, sink);
        for (Address address : onNodes) if (address.told) deliver(address, known, streets, sink);
        for (Address address : onBuildings) if (address.told) deliver(address, known, streets, sink);
    }

    private static Address.Position inner(Address address) {
        return address.position == Address.Position.ENTRANCE ? Address.Position.ENTRANCE : Address.Position.BUILDING;
    }

    private void deliver(Address address, Set<String> known, Streets streets, RecordSink sink) {
        boolean repeated = address.building != null && !known.add(address.sameness());
        if (repeated) {
            sink.skip("address told twice in one building");
            return;
        }
        RecordBuilder door = new RecordBuilder(TYPE, address.key, sink)
                .set("kaynak", "osm")
                .set("kaynak_kimlik", address.key)
                .set("tip", "anaGiris")
                .set("kapi_no", address.number)
                .set("bina_adi", address.houseName)
                .set("konumlayici", "kapiBelirleyici")
                .set("konum_belirtimi", specification(address.position))
                .set("konum_yontemi", "byOtherParty")
                .set("varsayilan", true)
                .set("durum", "current")
                .set("bina", address.building);
        door.set("yon", side(address, streets, sink));
        door.deliver(Osm.id(TYPE, address.key), Osm.SHAPES.createPoint(address.place));
    }

    private static @Nullable UUID side(Address address, Streets streets, RecordSink sink) {
        if (address.street == null) {
            sink.skip("address without a street");
            return null;
        }
        var match = streets.nearest(address.street, address.place);
        if (match.isEmpty()) sink.skip("address whose street is not found near it");
        return match.map(m -> Osm.id(Roads.SIDE, m.link() + (m.right() ? "/sag" : "/sol")))
                .orElse(null);
    }

    private static @Nullable String specification(Address.Position position) {
        return switch (position) {
            case ENTRANCE -> "entrance";
            case BUILDING -> "building";
            case UNKNOWN -> null;
        };
    }
}
