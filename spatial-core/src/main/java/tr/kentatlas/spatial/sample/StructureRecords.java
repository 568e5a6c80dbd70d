package tr.kentatlas.spatial.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes what is built but no building: monuments and fountains, and the ramps, lifts and solar panels on buildings. */
final class StructureRecords {
    private static final double ROOF_EDGE = 3;
    private final District district;
    private final RecordSink sink;

    private StructureRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        StructureRecords records = new StructureRecords(district, sink);
        district.blocks.forEach(records::inTheOpen);
        district.houses.forEach(records::onHouse);
    }

    private void inTheOpen(Block block) {
        switch (block.use) {
            case SQUARE -> other(block, "monument", "Cumhuriyet Anıtı");
            case PARK -> other(block, "cesme", "");
            case SPORT -> other(block, "openAirPool", "");
            default -> {}
        }
    }

    private void other(Block block, String kind, String name) {
        new Row("diger_yapi", district.id("diger_yapi", block.key))
                .with("tip", kind)
                .with("ad", name)
                .with("durum", "functional")
                .at(Plane.point(rounded(block.ring.polygon().getInteriorPoint())))
                .into(sink);
    }

    private void onHouse(House house) {
        switch (house.use) {
            case SCHOOL, HOSPITAL, PUBLIC, STATION, MARKET ->
                installation(house, "ramp", "Engelli rampası", Plane.point(house.door));
            case SHED -> panels(house);
            case FLATS -> lift(house);
            default -> {}
        }
    }

    private void panels(House house) {
        boolean fitted = house.year >= 2015 && Census.luck(house, 71) < 0.3;
        if (fitted
                && Plane.onCentimetres(house.footprint.buffer(-ROOF_EDGE)) instanceof Polygon roof
                && roof.getArea() > 40) {
            installation(house, "solarPanel", "", roof);
        }
    }

    /** Added outside to blocks that were built without one. */
    private void lift(House house) {
        if (house.above == 5 && house.year < 1995 && Census.luck(house, 72) < 0.08) {
            installation(house, "elevator", "", Plane.point(house.door));
        }
    }

    private void installation(House house, String kind, String name, Geometry place) {
        new Row("ek_yapi", district.id("ek_yapi", house.key))
                .with("bina", house.id)
                .with("tip", kind)
                .with("ad", name)
                .with("durum", "functional")
                .at(place)
                .into(sink);
    }

    private static Coordinate rounded(Point at) {
        return Plane.at(at.getX(), at.getY());
    }
}
