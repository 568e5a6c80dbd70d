package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes bus stops along the main roads, car parks and the bus station. */
final class TransportRecords {
    private static final double STOP_EVERY = 360;
    private final District district;
    private final RecordSink sink;

    private TransportRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        TransportRecords records = new TransportRecords(district, sink);
        district.roads.stream().filter(road -> road.kind.isMain()).forEach(records::stops);
        district.blocks.stream().filter(block -> block.use == BlockUse.CAR_PARK).forEach(records::carPark);
        district.blocks.stream()
                .filter(block -> block.use == BlockUse.BUS_STATION)
                .limit(1)
                .forEach(records::busStation);
    }

    private void stops(Road road) {
        double next = 150;
        int count = 0;
        for (Link link : road.links) {
            if (link.to > next && link.to - link.from > 25) {
                for (boolean left : new boolean[] {true, false}) {
                    stop(road, link, left, count++);
                }
                next = link.to + STOP_EVERY;
            }
        }
    }

    private void stop(Road road, Link link, boolean left, int count) {
        int middle = (link.line.length - 1) / 2;
        double aside = road.kind.carriageway / 2 + 2;
        Coordinate a = link.line[middle];
        Coordinate b = link.line[middle + 1];
        Coordinate at = Plane.beside(a, b, a.distance(b) * (left ? 0.4 : 0.6), left ? aside : -aside);
        String word = Words.NOUNS.get(Math.floorMod(count / 2 * 29 + road.name.hashCode(), Words.NOUNS.size()));
        new Row("durak", district.id("durak", link.key + left))
                .with("ag_elemani", link.id)
                .with("envanter_turu", "duraklamaVeParkEtmeIsaretleri")
                .with("sorumlu_kurum", "buyuksehirBelediyesi")
                .with("ad", word + " - " + road.title())
                .with("hat", lines(road))
                .at(Plane.point(at))
                .into(sink);
    }

    private static List<String> lines(Road road) {
        int first = 101 + Math.floorMod(road.key.hashCode(), 140);
        List<String> lines = new ArrayList<>(List.of(Integer.toString(first)));
        if (road.kind == StreetKind.BOULEVARD) {
            lines.add((first + 37) + "A");
            lines.add("M" + (first % 7 + 1));
        }
        return lines;
    }

    private void carPark(Block block) {
        double area = block.ring.area();
        new Row("karayolu_hizmet_alani", district.id("karayolu_hizmet_alani", block.key))
                .with("tip", "parking")
                .with("arac_tipi", "tumAraclar")
                .with("kapasite", (int) (area / 27))
                .with("sensor", area > 1500)
                .with("ag_elemani", linkBeside(block))
                .with("ad", Words.NOUNS.get(block.number % Words.NOUNS.size()) + " Otoparkı")
                .at(block.ring.polygon())
                .into(sink);
    }

    private void busStation(Block block) {
        new Row("karayolu_hizmet_alani", district.id("karayolu_hizmet_alani", block.key))
                .with("tip", "busStation")
                .with("arac_tipi", "publicBus")
                .with("kapasite", 36)
                .with("sensor", true)
                .with("sinyal_lamba", "led")
                .with("tesis_olanaklari", List.of("food", "shop", "toilets"))
                .with("ag_elemani", linkBeside(block))
                .with("ad", district.name() + " Otogarı")
                .at(block.ring.polygon())
                .into(sink);
    }

    private @Nullable UUID linkBeside(Block block) {
        for (Street street : block.ring.along) {
            if (street.kind.isRoad()) {
                return district.id("yol_orta_hat", street.key + "/0");
            }
        }
        return null;
    }
}
