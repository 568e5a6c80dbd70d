package tr.kentatlas.spatial.ingest.osm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.ingest.RecordBuilder;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.model.Model;

/**
 * Roads with topology: a way is cut into links (yol_orta_hat) where other ways meet it; every link has two sides
 * (yol_orta_hat_yon) and two nodes (yol_dugumu), and belongs to the street (yol) of its name.
 */
final class Roads {
    static final String LINK = "yol_orta_hat";
    static final String SIDE = "yol_orta_hat_yon";
    static final String NODE = "yol_dugumu";
    /** How far beside a link its neighbourhood is looked up, in metres. */
    private static final double BESIDE = 5;

    private final Map<String, OsmProfile.RoadClass> classes;
    private final Mapping link;
    private final NodeStore nodes;
    private final AdminUnits units;
    private final Streets streets;
    private final RecordSink sink;

    Roads(OsmProfile profile, Model model, NodeStore nodes, AdminUnits units, Streets streets, RecordSink sink) {
        this.classes = profile.roads().classes();
        this.link = new Mapping(
                model,
                LINK,
                Map.of("sanal_mi", false),
                profile.roads().read(),
                List.of(),
                profile.roads().also(),
                null);
        this.nodes = nodes;
        this.units = units;
        this.streets = streets;
        this.sink = sink;
    }

    boolean takes(Tags tags) {
        String kind = tags.get("highway");
        return kind != null && classes.containsKey(kind) && !tags.is("area", "yes");
    }

    /** First time round: notes where this road passes and ends. */
    void count(long[] way) {
        for (int i = 0; i < way.length; i++) {
            long at = nodes.find(way[i]);
            if (at >= 0) nodes.mark(at, Marks.withMore(nodes.marks(at), i == 0 || i == way.length - 1 ? 1 : 2));
        }
    }

    /** Second time round, when all meeting points are known. */
    void deliver(String key, Tags tags, long[] way) throws BrokenShape {
        if (way.length < 2) throw new BrokenShape("a road has fewer than two nodes");
        Coordinate[] line = line(way);
        Set<Long> starts = new HashSet<>();
        int from = 0;
        for (int i = 1; i < way.length; i++) {
            if (i < way.length - 1 && !meetsAnother(way[i])) continue;
            String linkKey = key + "/" + way[from] + (starts.add(way[from]) ? "" : "-" + from);
            deliver(new Link(key, linkKey, tags, way[from], way[i], Arrays.copyOfRange(line, from, i + 1)));
            from = i;
        }
    }

    /** The nodes where links end. */
    void deliverNodes() {
        for (long at = 0; at < nodes.size(); at++) {
            int marks = nodes.marks(at);
            if (!Marks.has(marks, Marks.LINK_END)) continue;
            String key = "node/" + nodes.id(at);
            new RecordBuilder(NODE, key, sink)
                    .set("kaynak", "osm")
                    .set("kaynak_kimlik", key)
                    .set("dugum_tipi", Marks.nodeKind(marks))
                    .deliver(Osm.id(NODE, key), Osm.SHAPES.createPoint(new Coordinate(nodes.lon(at), nodes.lat(at))));
        }
    }

    /** A piece of a way between two nodes where links end. */
    private static final class Link {
        private final String way;
        private final String key;
        private final Tags tags;
        private final long first;
        private final long last;
        private final Coordinate[] line;

        Link(String way, String key, Tags tags, long first, long last, Coordinate[] line) {
            this.way = way;
            this.key = key;
            this.tags = tags;
            this.first = first;
            this.last = last;
            this.line = line;
        }

        Coordinate middle() {
            Coordinate a = line[(line.length - 1) / 2];
            Coordinate b = line[line.length / 2];
            return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
        }

        /** A place beside the middle. */
        Coordinate beside(double metresRight) {
            Coordinate a = line[(line.length - 1) / 2];
            Coordinate b = line[(line.length - 1) / 2 + 1];
            double east = Osm.east(a, b);
            double north = Osm.north(a, b);
            double length = Math.hypot(east, north);
            if (length == 0) return middle();
            return Osm.shifted(middle(), north / length * metresRight, -east / length * metresRight);
        }
    }

    private void deliver(Link part) {
        String kind = String.valueOf(part.tags.get("highway"));
        OsmProfile.RoadClass road = Objects.requireNonNull(classes.get(kind));
        RecordBuilder feature = link.start(part.way, part.tags, sink);
        feature.set("islevsel_sinif", road.sinif());
        if (feature.get("yol_bicimi") == null) feature.set("yol_bicimi", form(part.tags, road));
        feature.set("akis_yonu", flow(part.tags, road)).set("dusey_konum", height(part.tags));
        feature.set("hiz_siniri", SpeedLimit.kilometresPerHour(part.tags, part.key, sink));
        feature.set("bas_dugum", end(part.first)).set("son_dugum", end(part.last));
        feature.set("yol", streets.of(part.tags, kind, part.middle()));
        feature.deliver(Osm.id(LINK, part.key), Osm.SHAPES.createLineString(part.line));
        side(part, "sol", part.beside(-BESIDE));
        side(part, "sag", part.beside(BESIDE));
        streets.remember(part.tags, part.key, part.line);
    }

    private void side(Link part, String taraf, Coordinate place) {
        String key = part.key + "/" + taraf;
        new RecordBuilder(SIDE, key, sink)
                .set("kaynak", "osm")
                .set("kaynak_kimlik", part.way)
                .set("orta_hat", Osm.id(LINK, part.key))
                .set("taraf", taraf)
                .set("mahalle", units.neighbourhoodAt(place))
                .set("sayisallastirma_yonu", "ayni")
                .deliver(Osm.id(SIDE, key), null);
    }

    private UUID end(long node) {
        long at = nodes.find(node);
        nodes.mark(at, nodes.marks(at) | Marks.LINK_END);
        return Osm.id(NODE, "node/" + node);
    }

    private Coordinate[] line(long[] way) throws BrokenShape {
        Coordinate[] line = new Coordinate[way.length];
        for (int i = 0; i < way.length; i++) {
            Coordinate place = nodes.coordinate(way[i]);
            if (place == null) throw new BrokenShape("node " + way[i] + " is not in the file");
            line[i] = place;
        }
        return line;
    }

    /** A road alone counts two where it passes. */
    private boolean meetsAnother(long node) {
        return Marks.degree(nodes.marks(nodes.find(node))) > 2;
    }

    private static String form(Tags tags, OsmProfile.RoadClass road) {
        boolean oneCarriagewayOfTwo = tags.is("dual_carriageway", "yes");
        return oneCarriagewayOfTwo ? "dualCarriageway" : road.bicim();
    }

    private static String flow(Tags tags, OsmProfile.RoadClass road) {
        @Nullable String oneway = tags.get("oneway");
        boolean implied = tags.is("junction", "roundabout") || road.bicim().equals("motorway");
        if (oneway == null) return implied ? "inDirection" : "bothDirections";
        return switch (oneway) {
            case "-1", "reverse" -> "inOppositeDirection";
            case "yes", "true", "1" -> "inDirection";
            default -> "bothDirections";
        };
    }

    private static String height(Tags tags) {
        if (tags.affirms("tunnel") && !tags.is("tunnel", "building_passage")) return "underground";
        if (tags.affirms("bridge")) return "suspendedOrElevated";
        String layer = String.valueOf(tags.get("layer"));
        if (layer.matches("-[1-9]")) return "underground";
        return layer.matches("\\+?[1-9]") ? "suspendedOrElevated" : "onGroundSurface";
    }
}
