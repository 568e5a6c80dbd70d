package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes what an uygulama imar planı draws besides its areas: the approval border, building lines, and labels of floors. */
final class PlanDrawing {
    private static final double SETBACK = 5;
    private static final double CLOSE = 0.05;
    private final District district;
    private final UUID plan;
    private final RecordSink sink;

    private PlanDrawing(District district, UUID plan, RecordSink sink) {
        this.district = district;
        this.plan = plan;
        this.sink = sink;
    }

    static void write(District district, UUID plan, Geometry land, List<Cell> cells, RecordSink sink) {
        PlanDrawing drawing = new PlanDrawing(district, plan, sink);
        drawing.border(land);
        for (Cell cell : cells) {
            cell.blocks.stream().filter(block -> PlanSymbols.floors(block) > 0).forEach(drawing::block);
        }
    }

    private void border(Geometry land) {
        for (int k = 0; k < land.getNumGeometries(); k++) {
            LineString outline = ((Polygon) land.getGeometryN(k)).getExteriorRing();
            line("onama:" + plan + ":" + k, "sinir.planOnamaSiniri", outline);
        }
    }

    private void block(Block block) {
        if (!PlanSymbols.order(block).equals("bitisik")) {
            setback(block.ring.polygon())
                    .ifPresent(outline -> line("yaklasma:" + block.key, "yapiDuzeni.yapiYaklasmaSiniri", outline));
        }
        double height = PlanSymbols.floors(block) * 3.5;
        point(block, "yapiDuzeni.binaYuksekligiYencok", String.format(Locale.ROOT, "Yençok: %.2f m", height));
    }

    private static Optional<LineString> setback(Polygon block) {
        return block.buffer(-SETBACK, 1) instanceof Polygon inside && inside.getArea() > 100
                ? Optional.of(spaced(inside.getExteriorRing()))
                : Optional.empty();
    }

    private static LineString spaced(LineString ring) {
        List<Coordinate> points = new ArrayList<>();
        for (Coordinate c : ring.getCoordinates()) {
            if (points.isEmpty() || points.getLast().distance(c) > CLOSE) points.add(Plane.at(c.x, c.y));
        }
        points.set(points.size() - 1, points.getFirst().copy());
        return Plane.GEOMETRY.createLineString(points.toArray(Coordinate[]::new));
    }

    private void line(String key, String symbol, LineString place) {
        row("plan_cizgi", key, symbol)
                .at(Plane.GEOMETRY.createLineString(place.getCoordinates()))
                .into(sink);
    }

    private void point(Block block, String symbol, String note) {
        Point at = block.ring.polygon().getInteriorPoint();
        row("plan_nokta", block.key, symbol)
                .with("aciklama", note)
                .at(Plane.point(Plane.at(at.getX(), at.getY())))
                .into(sink);
    }

    private Row row(String type, String key, String symbol) {
        return new Row(type, district.id(type, key)).with("plan", plan).with("gosterim", symbol);
    }
}
