package tr.kentatlas.spatial.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes contours and spot heights of the ground, and the geotechnical surveys of newer buildings. */
final class GroundRecords {
    private static final double GRID = 40;
    private static final int INTERVAL = 5;
    private final District district;
    private final RecordSink sink;
    private final Geometry land;

    private GroundRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
        this.land = district.land().buffer(-0.05);
    }

    static void write(District district, RecordSink sink) {
        GroundRecords records = new GroundRecords(district, sink);
        for (int height = 820; height <= 990; height += INTERVAL) {
            records.contour(height);
        }
        records.spots();
        records.surveys();
    }

    private void contour(int height) {
        LineMerger merger = new LineMerger();
        Envelope box = land.getEnvelopeInternal();
        for (double y = Math.floor(box.getMinY() / GRID) * GRID; y < box.getMaxY(); y += GRID) {
            for (double x = Math.floor(box.getMinX() / GRID) * GRID; x < box.getMaxX(); x += GRID) {
                triangle(
                        merger, height, new Coordinate(x, y), new Coordinate(x + GRID, y), new Coordinate(x, y + GRID));
                triangle(
                        merger,
                        height,
                        new Coordinate(x + GRID, y),
                        new Coordinate(x + GRID, y + GRID),
                        new Coordinate(x, y + GRID));
            }
        }
        int count = 0;
        List<Geometry> merged = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            merged.add((Geometry) line);
        }
        merged.sort((a, b) -> a.getCoordinate().compareTo(b.getCoordinate()));
        for (Geometry line : merged) {
            Geometry inside = line.intersection(land);
            for (int k = 0; k < inside.getNumGeometries(); k++) {
                if (inside.getGeometryN(k) instanceof LineString piece && piece.getLength() > 60) {
                    contour(height, count++, piece);
                }
            }
        }
    }

    private void contour(int height, int number, LineString line) {
        List<Coordinate> points = new ArrayList<>();
        for (Coordinate c : line.getCoordinates()) {
            Coordinate p = Plane.at(c.x, c.y);
            if (points.isEmpty() || points.getLast().distance(p) > 0.01) {
                points.add(p);
            }
        }
        new Row("esyukselti", district.id("esyukselti", district.number() + ":" + height + ":" + number))
                .with("kot", (double) height)
                .with("tip", height % 25 == 0 ? "master" : "ordinary")
                .at(Plane.GEOMETRY.createLineString(points.toArray(Coordinate[]::new)))
                .into(sink);
    }

    private void triangle(LineMerger merger, double height, Coordinate a, Coordinate b, Coordinate c) {
        List<Coordinate> ends = new ArrayList<>();
        crossing(ends, height, a, b);
        crossing(ends, height, b, c);
        crossing(ends, height, a, c);
        if (ends.size() == 2 && !ends.get(0).equals2D(ends.get(1))) {
            merger.add(Plane.GEOMETRY.createLineString(ends.toArray(Coordinate[]::new)));
        }
    }

    /** Computed the same way from both triangles beside an edge, so that pieces meet exactly. */
    private void crossing(List<Coordinate> ends, double height, Coordinate p, Coordinate q) {
        if (p.compareTo(q) < 0) orderedCrossing(ends, height, p, q);
        else orderedCrossing(ends, height, q, p);
    }

    private void orderedCrossing(List<Coordinate> ends, double height, Coordinate a, Coordinate b) {
        double ha = district.terrain.height(a) - height;
        double hb = district.terrain.height(b) - height;
        if (ha < 0 != hb < 0) {
            ends.add(Plane.between(a, b, ha / (ha - hb)));
        }
    }

    private void spots() {
        Envelope box = land.getEnvelopeInternal();
        int count = 0;
        for (double y = box.getMinY() + 130; y < box.getMaxY(); y += 450) {
            for (double x = box.getMinX() + 150; x < box.getMaxX(); x += 450) {
                Coordinate at = Plane.at(x, y);
                if (land.contains(Plane.point(at))) {
                    new Row("yukselti_noktasi", district.id("yukselti_noktasi", district.number() + ":" + count++))
                            .with("kot", Plane.cm(district.terrain.height(at)))
                            .with("tip", "generic")
                            .at(Plane.point(at))
                            .into(sink);
                }
            }
        }
    }

    private void surveys() {
        int count = 0;
        for (House house : district.houses) {
            boolean first = house.parcel.houses.getFirst() == house;
            if (first && house.year >= 2019 && house.above > 3 && Census.luck(house, 61) < 0.12) {
                survey(house, ++count);
            }
        }
    }

    private void survey(House house, int number) {
        LocalDate done = LocalDate.of(house.year - 2, 5, 20);
        Parcel parcel = house.parcel;
        new Row("jeoteknik_etud", district.id("jeoteknik_etud", house.key))
                .with("kayit_tarihi", done.plusDays(20))
                .with("proje_adi", parcel.block.number + " ada " + parcel.number + " parsel zemin etüdü")
                .with("proje_no", "ZE-" + done.getYear() + "-" + number)
                .with("tip", "parselZeminEtudu")
                .with("yapan", "ozelBuro")
                .with("onaylayan", "ilceBelediyesi")
                .with("basvuru", done.minusDays(40))
                .with("baslangic", done.minusDays(25))
                .with("bitis", done)
                .with("alan", Plane.cm(parcel.ring.area()))
                .with("parsel", district.id("parsel", parcel.key))
                .with("parsel_no", Integer.toString(parcel.number))
                .with("parsel_turu", LandRecords.kind(parcel))
                .with("ulusal_ref", LandRecords.reference(district, parcel))
                .with("parsel_alani", Plane.cm(parcel.ring.area()))
                .with("parsel_geom", Plane.multi(parcel.ring.polygon()))
                .at(parcel.ring.polygon())
                .into(sink);
    }
}
