package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes the bridges that carry main roads over the river, and what vehicles may weigh and measure on narrow ways. */
final class Bridges {
    private static final double HALF_SPAN = 11;
    private static final int NARROW_LANE_IN = 12;
    private final District district;
    private final RecordSink sink;

    private Bridges(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        Bridges bridges = new Bridges(district, sink);
        district.cells.stream()
                .filter(cell -> cell.river.length > 0 && !district.lattice.isBorderColumn(cell.i))
                .forEach(bridges::bridge);
        bridges.lanes();
    }

    private void bridge(Cell cell) {
        Coordinate over = cell.river[0];
        crossing(over).ifPresent(link -> {
            new Row("diger_yapi", district.id("diger_yapi", "kopru:" + cell.key()))
                    .with("tip", "bridge")
                    .with("ad", link.road.name + " Köprüsü")
                    .with("durum", "functional")
                    .at(deck(over, link))
                    .into(sink);
            restrict(link, "maximumTotalWeight", 20, "t", "transportTruck");
        });
    }

    private Optional<Link> crossing(Coordinate over) {
        return district.links.stream()
                .filter(link -> link.road.kind.isMain() && passes(link, over))
                .findFirst();
    }

    private static boolean passes(Link link, Coordinate over) {
        return segment(link, over) >= 0;
    }

    private static int segment(Link link, Coordinate over) {
        for (int i = 0; i + 1 < link.line.length; i++) {
            if (Plane.segmentDistance(over, link.line[i], link.line[i + 1]) < 0.5) return i;
        }
        return -1;
    }

    private static Polygon deck(Coordinate over, Link link) {
        Coordinate a = link.line[segment(link, over)];
        Coordinate b = link.line[segment(link, over) + 1];
        double at = a.distance(over);
        double side = link.road.kind.width / 2;
        return Plane.polygon(
                Plane.beside(a, b, at - HALF_SPAN, -side),
                Plane.beside(a, b, at + HALF_SPAN, -side),
                Plane.beside(a, b, at + HALF_SPAN, side),
                Plane.beside(a, b, at - HALF_SPAN, side));
    }

    private void lanes() {
        List<Link> lanes = new ArrayList<>(district.links);
        lanes.removeIf(link -> link.road.kind != StreetKind.LANE);
        for (int n = 0; n < lanes.size(); n += NARROW_LANE_IN) {
            restrict(lanes.get(n), "maximumWidth", 2.3, "m", "allVehicle");
        }
    }

    private void restrict(Link link, String kind, double value, String unit, String vehicle) {
        new Row("yol_kisitlama", district.id("yol_kisitlama", link.key))
                .with("orta_hat", link.id)
                .with("kisit_tipi", kind)
                .with("deger", value)
                .with("birim", unit)
                .with("arac", vehicle)
                .with("yon", "bothDirections")
                .into(sink);
    }
}
