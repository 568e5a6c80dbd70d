package tr.kentatlas.spatial.ingest.osm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.ingest.osm.OsmProfile.Shape;
import tr.kentatlas.spatial.model.GeometryType;
import tr.kentatlas.spatial.model.Model;

/**
 * One reading of a file, in three passes: places and relations; what meets where; the features. Only what later passes need
 * is kept: nodes in a file, outlines of relations, door numbers and the lines of named streets in memory.
 */
final class OsmImport {
    private final NodeStore nodes;
    private final RecordSink sink;
    private final Mappings mappings;
    private final Mapping partMapping;
    private final Mapping unitMapping;
    private final RingAssembly rings;
    private final Relations relations = new Relations();
    private final AdminUnits units;
    private final Streets streets;
    private final Roads roads;
    private final Addresses addresses = new Addresses();
    private final BuildingParts parts = new BuildingParts();
    private final AreaDoors doors;
    private final Map<Long, @Nullable String> centreNames = new HashMap<>();

    OsmImport(OsmProfile profile, Model model, Map<String, String> adminLevels, NodeStore nodes, RecordSink sink) {
        this.nodes = nodes;
        this.sink = sink;
        this.mappings = new Mappings(profile, model);
        this.partMapping = Mapping.of(model, profile.parts());
        this.unitMapping = new Mapping(
                model, AdminUnits.TYPE, Map.of(), Map.of("ad", List.of("name")), List.of(), List.of(), null);
        this.doors = new AreaDoors(nodes, addresses, parts);
        this.rings = new RingAssembly(this::place);
        this.units = new AdminUnits(adminLevels, profile.admin().code());
        this.streets = new Streets(profile, units);
        this.roads = new Roads(profile, model, nodes, units, streets, sink);
    }

    /** Keeps places, door numbers and relations. */
    PbfPass.Visitor first() {
        return new PbfPass.Visitor() {
            @Override
            public void node(Node node) {
                Tags tags = Tags.of(node.getTags());
                nodes.add(node.getId(), node.getLongitude(), node.getLatitude(), Marks.of(tags));
                Coordinate at = new Coordinate(node.getLongitude(), node.getLatitude());
                var position = tags.affirms("entrance") ? Address.Position.ENTRANCE : Address.Position.UNKNOWN;
                addresses.addNode(Address.of("node/" + node.getId(), tags, at, position));
            }

            @Override
            public void relation(Relation relation) {
                keep(relation, Tags.of(relation.getTags()));
            }
        };
    }

    /** Keeps outlines and building parts, and counts which roads meet where. */
    PbfPass.Visitor second() {
        nodes.seal();
        relations.areas().stream().filter(a -> a.centre() != 0).forEach(a -> centreNames.put(a.centre(), null));
        return new PbfPass.Visitor() {
            @Override
            public void node(Node node) {
                if (centreNames.containsKey(node.getId())) {
                    centreNames.put(node.getId(), Tags.of(node.getTags()).get("name"));
                }
            }

            @Override
            public void way(Way way) {
                Tags tags = Tags.of(way.getTags());
                long[] line = Osm.nodes(way);
                relations.way(way.getId(), line, tags);
                if (roads.takes(tags)) roads.count(line);
                if (BuildingParts.takes(tags)) part("way/" + way.getId(), tags, () -> closed(line));
            }
        };
    }

    /** Delivers nodes and ways. */
    PbfPass.Visitor third() {
        relations.settleTags();
        gatherAreas();
        units.deliver(unitMapping, sink);
        return new PbfPass.Visitor() {
            @Override
            public void node(Node node) {
                if (!node.getTags().isEmpty()) deliver(node);
            }

            @Override
            public void way(Way way) {
                if (!way.getTags().isEmpty()) deliver(way);
            }
        };
    }

    /** Delivers what needed all of the file. */
    void finish() {
        for (Relations.Area area : relations.areas()) deliver(area);
        roads.deliverNodes();
        streets.deliver(sink);
        parts.deliver(partMapping, sink);
        addresses.deliver(streets, sink);
    }

    /** Makes the geometry of an element, when somebody wants it. */
    @FunctionalInterface
    private interface Making {
        Geometry geometry() throws BrokenShape;
    }

    private void keep(Relation relation, Tags tags) {
        if (!Relations.takes(tags)) {
            sink.skip(Objects.requireNonNullElse(mappings.kind(tags), "relation"));
            return;
        }
        String kind = mappings.kind(tags);
        boolean silent = kind == null || kind.startsWith("type=");
        relations.add(relation, tags, silent ? Relations.Place.ON_OUTLINES : Relations.Place.ON_RELATION);
    }

    private boolean isUnit(Tags tags) {
        return tags.is("boundary", "administrative") && units.duzey(tags) != null;
    }

    /** Units and building parts are needed before the features that lie in them. */
    private void gatherAreas() {
        for (Relations.Area area : relations.areas()) {
            Tags tags = area.tags();
            if (BuildingParts.takes(tags)) part(area.key(), tags, () -> relations.assemble(area, rings));
            if (isUnit(tags)) unit(area);
        }
    }

    private void unit(Relations.Area area) {
        try {
            units.add(area.key(), area.tags(), relations.assemble(area, rings), centre(area));
        } catch (BrokenShape e) {
            sink.reject(AdminUnits.TYPE, area.key(), String.valueOf(e.getMessage()));
        }
    }

    private AdminUnits.@Nullable Centre centre(Relations.Area area) {
        Coordinate at = area.centre() == 0 ? null : nodes.coordinate(area.centre());
        return at == null ? null : new AdminUnits.Centre(at, centreNames.get(area.centre()));
    }

    private void part(String key, Tags tags, Making making) {
        try {
            parts.add(key, tags, making.geometry());
        } catch (BrokenShape e) {
            sink.reject(BuildingParts.TYPE, key, String.valueOf(e.getMessage()));
        }
    }

    private void deliver(Node node) {
        Tags tags = Tags.of(node.getTags());
        Coordinate at = new Coordinate(node.getLongitude(), node.getLatitude());
        if (!deliver("node/" + node.getId(), tags, Shape.POINT, () -> Osm.SHAPES.createPoint(at))) unmapped(tags);
    }

    private void deliver(Way way) {
        Tags tags = Tags.of(way.getTags());
        if (relations.speaksFor(way.getId())) return;
        String key = "way/" + way.getId();
        long[] line = Osm.nodes(way);
        boolean delivered = roads.takes(tags) && road(key, tags, line);
        delivered |= deliver(key, tags, Shape.LINE, () -> line(line));
        delivered |= deliverArea(key, tags, line);
        if (!delivered && !BuildingParts.takes(tags)) unmapped(tags);
    }

    private boolean deliverArea(String key, Tags tags, long[] line) {
        if (Osm.isClosed(line)) return deliver(key, tags, Shape.AREA, () -> closed(line), List.of(line));
        List<Mapping> wanted = mappings.of(tags, Shape.AREA);
        wanted.forEach(m -> sink.reject(m.type().name(), key, "the outline is not closed"));
        return !wanted.isEmpty();
    }

    private void deliver(Relations.Area area) {
        Tags tags = area.tags();
        if (isUnit(tags) || BuildingParts.takes(tags)) return;
        boolean delivered =
                deliver(area.key(), tags, Shape.AREA, () -> relations.assemble(area, rings), outlinesOrNone(area));
        if (!delivered) unmapped(tags);
    }

    private List<long[]> outlinesOrNone(Relations.Area area) {
        try {
            return relations.outlines(area);
        } catch (BrokenShape e) {
            return List.of(); // told when the area itself is made
        }
    }

    private boolean road(String key, Tags tags, long[] line) {
        try {
            roads.deliver(key, tags, line);
        } catch (BrokenShape e) {
            sink.reject(Roads.LINK, key, String.valueOf(e.getMessage()));
        }
        return true;
    }

    private boolean deliver(String key, Tags tags, Shape shape, Making making) {
        return deliver(key, tags, shape, making, List.of());
    }

    /** Delivers an element to every type that wants it; false when none does. */
    private boolean deliver(String key, Tags tags, Shape shape, Making making, List<long[]> outlines) {
        List<Mapping> wanted = mappings.of(tags, shape);
        if (wanted.isEmpty()) return false;
        try {
            Geometry geometry = making.geometry();
            for (Mapping mapping : wanted) deliver(mapping, key, tags, geometry);
            if (shape == Shape.AREA) doors.claim(wanted, key, tags, geometry, outlines);
        } catch (BrokenShape e) {
            wanted.forEach(m -> sink.reject(m.type().name(), key, String.valueOf(e.getMessage())));
        }
        return true;
    }

    private void deliver(Mapping mapping, String key, Tags tags, Geometry geometry) {
        RecordBuilder feature = mapping.start(key, tags, sink);
        if (mapping.type().name().equals(AreaDoors.BUILDING)) addFloors(feature);
        feature.deliver(Osm.id(mapping.type().name(), key), fitted(mapping, geometry));
    }

    private static void addFloors(RecordBuilder building) {
        if (building.get("kat_ustu") instanceof Integer above && building.get("kat_alti") instanceof Integer below) {
            building.set("toplam_kat", above + below);
        }
    }

    /** A type of points takes an inner point of an area. */
    private static Geometry fitted(Mapping mapping, Geometry geometry) {
        var wanted = mapping.type().geometry();
        boolean point = wanted != null && wanted.type() == GeometryType.POINT;
        return point && geometry.getDimension() > 0 ? geometry.getInteriorPoint() : geometry;
    }

    private void unmapped(Tags tags) {
        String kind = mappings.kind(tags);
        if (kind != null) sink.skip(kind);
    }

    private Geometry closed(long[] line) throws BrokenShape {
        if (!Osm.isClosed(line)) throw new BrokenShape("the outline is not closed");
        return rings.polygon(line);
    }

    private Geometry line(long[] way) throws BrokenShape {
        if (way.length < 2) throw new BrokenShape("a line has fewer than two nodes");
        Coordinate[] line = new Coordinate[way.length];
        for (int i = 0; i < way.length; i++) line[i] = place(way[i]);
        return Osm.SHAPES.createLineString(line);
    }

    private Coordinate place(long node) throws BrokenShape {
        Coordinate place = nodes.coordinate(node);
        if (place == null) throw new BrokenShape("node " + node + " is not in the file");
        return place;
    }
}
