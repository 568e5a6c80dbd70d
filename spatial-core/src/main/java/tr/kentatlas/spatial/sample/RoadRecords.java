package tr.kentatlas.spatial.sample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes roads, their links with both sides, the nodes between links, and the carriageway areas. */
final class RoadRecords {
    private static final BufferParameters CARRIAGEWAY =
            new BufferParameters(3, BufferParameters.CAP_ROUND, BufferParameters.JOIN_ROUND, 2);
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);
    private final District district;
    private final RecordSink sink;
    private final Map<Coordinate, Integer> degrees = new LinkedHashMap<>();
    private final Map<Coordinate, String> special = new HashMap<>();
    private final Geometry land;
    private int tanitim = 1000;

    private RoadRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
        this.land = district.land().buffer(-0.01);
    }

    static void write(District district, RecordSink sink) {
        RoadRecords records = new RoadRecords(district, sink);
        district.links.forEach(records::count);
        records.degrees.forEach(records::node);
        district.roads.forEach(records::road);
        district.links.forEach(records::link);
        district.roads.forEach(records::carriageway);
    }

    static UUID nodeId(District district, Coordinate at) {
        return district.id("yol_dugumu", at.x + " " + at.y);
    }

    private void count(Link link) {
        for (Coordinate end : List.of(link.line[0], link.line[link.line.length - 1])) {
            degrees.merge(end, 1, Integer::sum);
            if (link.road.kind == StreetKind.ROUNDABOUT) {
                special.put(end, "roundabout");
            }
        }
    }

    /** A node on the border to another district is written by the district west or south of it. */
    private void node(Coordinate at, int degree) {
        boolean border = district.isOnBorder(at);
        if (border && !district.writesBorderNode(at)) {
            return;
        }
        String usual = border || degree == 2 ? "pseudoNode" : degree == 1 ? "roadEnd" : "junction";
        new Row("yol_dugumu", nodeId(district, at))
                .with("dugum_tipi", special.getOrDefault(at, usual))
                .at(Plane.point(at))
                .into(sink);
    }

    private void road(Road road) {
        new Row("yol", road.id)
                .with("ad", road.name)
                .with("tip", road.csbm)
                .with("belediye", district.belediyeId())
                .with("tek_bas", road.lastOdd > 0 ? 1 : null)
                .with("tek_son", road.lastOdd > 0 ? road.lastOdd : null)
                .with("cift_bas", road.lastEven > 0 ? 2 : null)
                .with("cift_son", road.lastEven > 0 ? road.lastEven : null)
                .with("yol_kodu", "Y" + road.key.replace(':', '-'))
                .into(sink);
    }

    private void link(Link link) {
        StreetKind kind = link.road.kind;
        boolean oneWay = kind == StreetKind.ROUNDABOUT || kind == StreetKind.LANE;
        new Row("yol_orta_hat", link.id)
                .with("yol", link.road.id)
                .with("sanal_mi", false)
                .with("ad", link.road.title())
                .with("bas_dugum", nodeId(district, link.line[0]))
                .with("son_dugum", nodeId(district, link.line[link.line.length - 1]))
                .with("islevsel_sinif", kind.functionalClass)
                .with("yol_bicimi", kind.form)
                .with("kaplama", kind.surface)
                .with("kaplama_kategorisi", kind == StreetKind.TRACK ? "unpaved" : "paved")
                .with("genislik", kind.carriageway)
                .with("olculen_kisim", "carriageway")
                .with("serit_sayisi", kind.lanes)
                .with("hiz_siniri", kind.speedLimit)
                .with("hiz_kaynagi", "regulation")
                .with("akis_yonu", oneWay ? "inDirection" : "bothDirections")
                .with("dusey_konum", "onGroundSurface")
                .with("durum", "functional")
                .with("erisim", "publicAccess")
                .with("sahip_kurum", kind.isMain() ? "buyuksehirBelediyesi" : "ilceBelediyesi")
                .with("bakim_kurumu", kind.isMain() ? "buyuksehirBelediyesi" : "ilceBelediyesi")
                .with("olusum_yontemi", "fotogrametri")
                .with("olcek", 1000)
                .at(Plane.GEOMETRY.createLineString(link.line))
                .into(sink);
        side(link, true, link.leftLow, link.leftHigh);
        side(link, false, link.rightLow, link.rightHigh);
    }

    private void side(Link link, boolean left, int low, int high) {
        new Row("yol_orta_hat_yon", sideId(district, link, left))
                .with("orta_hat", link.id)
                .with("taraf", left ? "sol" : "sag")
                .with("mahalle", district.mahalleId(link.mahalle(left)))
                .with("bas_no", low > 0 ? low : null)
                .with("son_no", low > 0 ? high : null)
                .with("tanitim_kodu", Integer.toString(tanitim++))
                .with("sayisallastirma_yonu", "ayni")
                .into(sink);
    }

    static UUID sideId(District district, Link link, boolean left) {
        return district.id("yol_orta_hat_yon", link.sideKey(left));
    }

    private void carriageway(Road road) {
        LineString[] lines = road.links.stream()
                .map(link -> Plane.GEOMETRY.createLineString(link.line))
                .toArray(LineString[]::new);
        Geometry whole = Plane.GEOMETRY.createMultiLineString(lines);
        Geometry area = BufferOp.bufferOp(whole, road.kind.carriageway / 2, CARRIAGEWAY);
        if (road.links.stream().anyMatch(this::leavesDistrict)) {
            area = area.intersection(land);
        }
        new Row("yol_alani", district.id("yol_alani", road.key))
                .with("yol", road.id)
                .with("ad", road.title())
                .with("kaplama", road.kind.surface)
                .at(Row.area(rounded(area)))
                .into(sink);
    }

    private boolean leavesDistrict(Link link) {
        return district.isOnBorder(link.line[0]) || district.isOnBorder(link.line[link.line.length - 1]);
    }

    /** To the centimetre, without the hair-thin steps that buffers leave. */
    private static Geometry rounded(Geometry area) {
        Geometry reduced = GeometryPrecisionReducer.reduce(area, CENTIMETRES);
        return isSpiky(reduced)
                ? GeometryPrecisionReducer.reduce(area.buffer(-0.2).buffer(0.2, 2), CENTIMETRES)
                : reduced;
    }

    private static boolean isSpiky(Geometry area) {
        Coordinate[] c = area.getCoordinates();
        for (int i = 2; i < c.length; i++) {
            if (Math.toDegrees(Angle.angleBetween(c[i - 2], c[i - 1], c[i])) < 5) {
                return true;
            }
        }
        return false;
    }
}
