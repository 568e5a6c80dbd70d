package tr.kentatlas.spatial.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes water, sewer, storm water, gas and power networks along the streets. */
final class UtilityRecords {
    private final District district;
    private final RecordSink sink;

    private UtilityRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        UtilityRecords records = new UtilityRecords(district, sink);
        for (Network network : Network.values()) {
            records.network(network);
        }
    }

    private void network(Network network) {
        new Row("sebeke", networkId(network))
                .with("sebeke_turu", network.type)
                .with("ad", district.name() + " " + network.title)
                .with("isletmeci", network.operator)
                .with("yetkili_kurum", List.of(network.operator))
                .into(sink);
        List<Link> links = district.links.stream()
                .filter(link -> network.follows(link.road.kind) && !touchesBorder(link))
                .toList();
        Falls falls = new Falls(district.terrain, network.falls() ? links : List.of());
        Map<Coordinate, Integer> degrees = new LinkedHashMap<>();
        for (Link link : links) {
            degrees.merge(link.line[0], 1, Integer::sum);
            degrees.merge(link.line[link.line.length - 1], 1, Integer::sum);
        }
        degrees.forEach((at, degree) -> node(network, falls, at, degree));
        links.forEach(link -> line(network, falls, link));
    }

    private boolean touchesBorder(Link link) {
        return district.isOnBorder(link.line[0]) || district.isOnBorder(link.line[link.line.length - 1]);
    }

    private UUID networkId(Network network) {
        return district.id("sebeke", district.number() + network.name());
    }

    private UUID nodeId(Network network, Coordinate at) {
        return district.id("sebeke_dugumu", network.name() + at.x + " " + at.y);
    }

    private void node(Network network, Falls falls, Coordinate at, int degree) {
        Row row = new Row("sebeke_dugumu", nodeId(network, at))
                .with("sebeke", networkId(network))
                .with("tip", kind(network, degree))
                .with("alt_tip", detail(network, degree))
                .with("isletmeci", network.operator)
                .with("durum", "functional");
        if (network.falls()) {
            row.with("kapak_kot", falls.cover(at))
                    .with("taban_kot", falls.invert(at))
                    .with("kap_cap", 1000.0);
        } else {
            double ground = Plane.cm(district.terrain.height(at));
            row.with("kapak_kot", ground).with("taban_kot", Plane.cm(ground - network.depth));
        }
        row.at(Plane.point(beside(network, at))).into(sink);
    }

    private static String kind(Network network, int degree) {
        return switch (network) {
            case SEWER, STORM -> "baca";
            case WATER -> degree == 1 ? "hidrant" : "vana";
            case GAS -> degree == 1 ? "kutu" : "vana";
            case POWER -> degree == 1 ? "trafo" : "kutu";
        };
    }

    private static String detail(Network network, int degree) {
        return switch (network) {
            case SEWER -> "inspectionChamber";
            case STORM -> "catchBasin";
            case WATER -> degree == 1 ? "fireHydrant" : "systemValve";
            case GAS -> degree == 1 ? "serviceBox" : "systemValve";
            case POWER -> degree == 1 ? "mainStation" : "deliveryPoint";
        };
    }

    private static Coordinate beside(Network network, Coordinate at) {
        return Plane.at(at.x + network.east, at.y + network.north);
    }

    /** Drawn downstream where water runs by its own weight. */
    private void line(Network network, Falls falls, Link link) {
        List<Coordinate> way = List.of(link.line);
        boolean upstream = network.falls() && falls.invert(way.getFirst()) < falls.invert(way.getLast());
        List<Coordinate> flow = upstream ? way.reversed() : way;
        Row row = new Row("sebeke_hatti", district.id("sebeke_hatti", network.name() + link.key))
                .with("sebeke", networkId(network))
                .with("alt_tur", network.product)
                .with("malzeme", network.material)
                .with("durum", "functional")
                .with("dusey_konum", "underground")
                .with("iletim_turu", network.falls() ? "collection" : "distribution")
                .with("uyari_turu", network.falls() ? null : "tape")
                .with("isletmeci", network.operator)
                .with("bas_dugum", nodeId(network, flow.getFirst()))
                .with("son_dugum", nodeId(network, flow.getLast()))
                .with("derinlik", network.depth);
        if (network == Network.POWER) {
            row.with("gerilim", 34_500.0);
        } else {
            row.with("cap_mm", network.diameter(link.road.kind));
        }
        if (network == Network.WATER || network == Network.GAS) {
            row.with("basinc", network == Network.WATER ? 6.0 : 4.0);
        }
        if (network.falls()) {
            double start = falls.invert(flow.getFirst());
            double end = falls.invert(flow.getLast());
            double slope = (start - end) / (link.to - link.from) * 100;
            row.with("akar_kot_bas", start).with("akar_kot_son", end).with("egim", Plane.mm(slope));
        }
        Coordinate[] line = flow.stream().map(at -> beside(network, at)).toArray(Coordinate[]::new);
        row.at(Plane.GEOMETRY.createLineString(line)).into(sink);
    }
}
