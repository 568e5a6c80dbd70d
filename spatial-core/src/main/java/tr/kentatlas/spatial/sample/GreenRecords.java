package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes parks, squares, playgrounds and cemeteries with their trees, the river with its banks, and the ponds. */
final class GreenRecords {
    private static final double RIVER = 7;
    private static final double BANK = 19;
    private static final List<String> TREES = List.of(
            "Çınar",
            "Ihlamur",
            "Akasya",
            "Karaçam",
            "Sedir",
            "Atkestanesi",
            "Dişbudak",
            "Akçaağaç",
            "Söğüt",
            "Süs eriği",
            "Servi",
            "Gümüşi ıhlamur");
    private final District district;
    private final RecordSink sink;
    private int nextName;

    private GreenRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        GreenRecords records = new GreenRecords(district, sink);
        district.blocks.stream().filter(block -> block.use.isGreen()).forEach(records::green);
        district.cells.stream().filter(cell -> cell.river.length > 0).forEach(records::river);
    }

    private void green(Block block) {
        Dice dice = Dice.of(district.seed, "green:" + block.key);
        Polygon land = block.ring.polygon();
        boolean large = block.cell.zone == Zone.PARK;
        Polygon pond = large ? pond(block, dice) : Plane.GEOMETRY.createPolygon();
        park(block.key, name(block), kind(block), land, block.use == BlockUse.SQUARE ? "sertZemin" : "karma");
        double spacing = large ? 17 : block.use == BlockUse.SQUARE ? 20 : 10.5;
        trees(block.key, block.ring, pond, spacing, dice);
        if (large && !pond.isEmpty()) {
            new Row("durgun_su", district.id("durgun_su", block.key))
                    .with("ad", name(block) + " Göleti")
                    .with("koken", "manMade")
                    .with("kalicilik", "perennial")
                    .with("durum", "functional")
                    .with("kot", Plane.cm(district.terrain.height(pond.getCoordinate())))
                    .with("ort_derinlik", 1.8)
                    .with("yuzey_alani", Plane.cm(pond.getArea()))
                    .at(pond)
                    .into(sink);
            new Row("kiyi_cizgisi", district.id("kiyi_cizgisi", block.key))
                    .with("ad", name(block) + " Göleti kıyısı")
                    .with("koken", "manMade")
                    .with("su_seviyesi", "meanWaterLevel")
                    .at(Plane.GEOMETRY.createLineString(pond.getExteriorRing().getCoordinates()))
                    .into(sink);
        }
    }

    private Polygon pond(Block block, Dice dice) {
        Coordinate centre = block.ring.polygon().getInteriorPoint().getCoordinate();
        double room = Math.min(70, block.ring.distanceToEdge(centre) * 0.6);
        Coordinate[] shore = new Coordinate[28];
        double phase = dice.between(0, 6.28);
        for (int k = 0; k < shore.length; k++) {
            double angle = 2 * Math.PI * k / shore.length;
            double radius = room * (0.72 + 0.16 * Math.sin(2 * angle + phase) + 0.1 * Math.cos(3 * angle));
            shore[k] = Plane.at(centre.x + radius * 1.15 * Math.cos(angle), centre.y + radius * 0.8 * Math.sin(angle));
        }
        return Plane.polygon(shore);
    }

    private void park(String key, String name, String kind, Geometry land, String surface) {
        new Row("park_bahce", parkId(key))
                .with("ad", name)
                .with("tur", kind)
                .with("alan", Plane.cm(land.getArea()))
                .with("yuzey", surface)
                .with("donati", 4 + (int) (land.getArea() / 400))
                .with("bakim_kurumu", "ilceBelediyesi")
                .with("sulama", land.getArea() > 1500)
                .at(land)
                .into(sink);
    }

    private UUID parkId(String key) {
        return district.id("park_bahce", key);
    }

    private String name(Block block) {
        String word = Words.NOUNS.get(Math.floorMod(block.number * 13, Words.NOUNS.size()));
        return switch (block.use) {
            case SQUARE -> "Cumhuriyet Meydanı";
            case CEMETERY -> district.name() + " Mezarlığı";
            case PLAYGROUND -> word + " Çocuk Parkı";
            default -> block.cell.zone == Zone.PARK ? word + " Kent Parkı" : word + " Parkı";
        };
    }

    private static String kind(Block block) {
        return switch (block.use) {
            case SQUARE -> "meydan";
            case CEMETERY -> "mezarlik";
            case PLAYGROUND -> "cocukOyunAlani";
            default -> block.cell.zone == Zone.PARK ? "milletBahcesi" : "park";
        };
    }

    private void trees(String key, Ring land, Polygon pond, double spacing, Dice dice) {
        Envelope box = land.polygon().getEnvelopeInternal();
        int count = 0;
        for (double y = box.getMinY() + 3; y < box.getMaxY(); y += spacing) {
            for (double x = box.getMinX() + 3; x < box.getMaxX(); x += spacing) {
                Coordinate at = Plane.at(x + dice.sway(spacing * 0.42), y + dice.sway(spacing * 0.42));
                boolean dry = pond.isEmpty() || !pond.intersects(Plane.point(at));
                if (dry && dice.chance(0.62) && land.contains(at) && land.distanceToEdge(at) > 1.5) {
                    tree(key + ":" + count++, parkId(key), at, dice);
                }
            }
        }
    }

    private void tree(String key, UUID park, Coordinate at, Dice dice) {
        double height = Plane.cm(dice.between(2.5, 14));
        new Row("agac", district.id("agac", key))
                .with("tur", dice.pick(TREES))
                .with("cap", Plane.cm(height * 2.4))
                .with("boy", height)
                .with("saglik", dice.chance(0.9) ? "iyi" : "orta")
                .with("park", park)
                .at(Plane.point(at))
                .into(sink);
    }

    /** Both ends of the river's bed in a cell lie on the main roads it passes under, so that the cells' pieces meet exactly. */
    private void river(Cell cell) {
        new Row("akarsu", district.id("akarsu", cell.key()))
                .with("ad", district.name() + " Çayı")
                .with("koken", "natural")
                .with("kalicilik", "perennial")
                .with("genislik_alt", 12.0)
                .with("genislik_ust", 14.0)
                .with("dusey_konum", "onGroundSurface")
                .with("kot", Plane.cm(district.terrain.height(cell.river[0]) - 4))
                .at(bed(cell))
                .into(sink);
        slope(cell, "kuzey", RIVER);
        slope(cell, "guney", -RIVER);
        String name = Words.NOUNS.get(Math.floorMod(nextName++ * 17 + 5, Words.NOUNS.size())) + " Kıyı Parkı";
        bank(cell, "kuzey", name + " Kuzey", ribbon(cell.river, RIVER + 1, BANK, 2));
        bank(cell, "guney", name + " Güney", ribbon(cell.river, -BANK, -RIVER - 1, 2));
    }

    /** The top of the cut bank, between the bed and the park beside it. */
    private void slope(Cell cell, String side, double left) {
        Coordinate[] line = new Coordinate[cell.river.length - 2];
        for (int k = 0; k < line.length; k++) {
            line[k] = offset(cell.river, k + 1, left * 1.05);
        }
        new Row("kirik_cizgi", district.id("kirik_cizgi", cell.key() + side))
                .with("kot", Plane.cm(district.terrain.height(line[line.length / 2])))
                .with("tip", "topSlope")
                .with("insan_yapisi", false)
                .at(Plane.GEOMETRY.createLineString(line))
                .into(sink);
    }

    /** The bed ends at the district's border, which it need not meet at a right angle. */
    private Geometry bed(Cell cell) {
        Polygon bed = ribbon(cell.river, -RIVER, RIVER, 0);
        boolean outer = district.lattice.isBorderColumn(cell.i) || district.lattice.isBorderColumn(cell.i + 1);
        return outer ? bed.intersection(cell.ring.polygon().buffer(-0.01)) : bed;
    }

    private void bank(Cell cell, String side, String name, Polygon land) {
        if (land.isValid()) {
            park(cell.key() + side, name, "park", land, "cim");
        }
    }

    /** The strip between two offsets left of a line, without {@code skip} vertices at both ends. */
    private static Polygon ribbon(Coordinate[] line, double right, double left, int skip) {
        List<Coordinate> there = new ArrayList<>();
        List<Coordinate> back = new ArrayList<>();
        for (int k = skip; k < line.length - skip; k++) {
            there.add(offset(line, k, right));
            back.addFirst(offset(line, k, left));
        }
        there.addAll(back);
        return Plane.polygon(there.toArray(Coordinate[]::new));
    }

    private static Coordinate offset(Coordinate[] line, int k, double left) {
        if (k == 0 || k == line.length - 1) {
            return Plane.at(line[k].x, line[k].y + left);
        }
        double length = line[k - 1].distance(line[k + 1]);
        double dx = (line[k + 1].x - line[k - 1].x) / length;
        double dy = (line[k + 1].y - line[k - 1].y) / length;
        return Plane.at(line[k].x - dy * left, line[k].y + dx * left);
    }
}
