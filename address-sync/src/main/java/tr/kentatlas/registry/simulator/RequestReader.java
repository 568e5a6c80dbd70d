package tr.kentatlas.registry.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.RoadWrite.CentreLine;
import tr.kentatlas.registry.port.RoadWrite.RoadSide;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.registry.port.Target;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.registry.soap.Contract;
import tr.kentatlas.registry.soap.Geometries;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.XmlNode;

/** Reads what a write asks for. */
final class RequestReader {
    private RequestReader() {}

    static RoadWrite road(XmlNode request) {
        List<CentreLine> lines =
                request.all("YolOrtaHat").stream().map(RequestReader::line).toList();
        return new RoadWrite(target(request), request.required("Ad"), request.required("Tip"), lines);
    }

    private static CentreLine line(XmlNode line) {
        LineString shape = Geometries.read(line, "Geometri", LineString.class)
                .orElseThrow(() -> MessageTrouble.of(Saying.ELEMENT_LACKS, "YolOrtaHat", "Geometri"));
        return new CentreLine(number(line, "KimlikNo"), shape, side(line, Side.LEFT), side(line, Side.RIGHT));
    }

    /** R-YOL-2: exactly two sides. */
    private static RoadSide side(XmlNode line, Side which) {
        List<XmlNode> sides = line.all("Yon");
        List<XmlNode> those = sides.stream()
                .filter(side -> Contract.side(side.required("Taraf")) == which)
                .toList();
        if (sides.size() != 2 || those.size() != 1) {
            throw MessageTrouble.of(Saying.SIDES_NOT_TWO);
        }
        XmlNode side = those.getFirst();
        return new RoadSide(
                number(side, "KimlikNo"),
                side.requiredNumber("MahalleKimlikNo"),
                side.required("TanitimKodu"),
                number(side, "UAVTKodu"));
    }

    static BuildingWrite building(XmlNode request) {
        return new BuildingWrite(
                target(request),
                request.requiredNumber("MahalleKimlikNo"),
                request.text("Ad").orElse(null),
                request.required("Tip"),
                request.required("YapiDurum"),
                integer(request, "ZeminUstuKatSayisi"),
                integer(request, "ZeminAltiKatSayisi"),
                Geometries.read(request, "Geometri", Geometry.class).orElse(null));
    }

    static DoorWrite door(XmlNode request) {
        return new DoorWrite(
                target(request),
                request.requiredNumber("MahalleKimlikNo"),
                request.requiredNumber("CsbmKimlikNo"),
                number(request, "YolOrtaHatYonKimlikNo"),
                number(request, "YapiKimlikNo"),
                request.text("DigerYapiNo").orElse(null),
                number(request, "ParselKimlikNo"),
                number(request, "BagliOlduguNumaratajKimlikNo"),
                request.required("KapiNo"),
                request.required("Tip"),
                Geometries.read(request, "Geometri", Point.class).orElse(null));
    }

    static UnitWrite unit(XmlNode request) {
        return new UnitWrite(
                target(request),
                request.requiredNumber("YapiKimlikNo"),
                request.requiredNumber("NumaratajKimlikNo"),
                request.text("IcKapiNo").orElse(null),
                integer(request, "KatNo"),
                request.required("KullanimTuru"),
                request.required("Tip"),
                request.required("BagimsizBolumDurum"));
    }

    static Retirement retirement(XmlNode request) {
        return new Retirement(
                Contract.level(request.required("Duzey")),
                request.requiredNumber("KimlikNo"),
                request.number("SurumNo").orElse(0L),
                request.required("Gerekce"),
                date(request.required("Tarih")));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw MessageTrouble.of(Saying.NO_MOMENT, "Tarih", MessageTrouble.shown(text))
                    .by(e);
        }
    }

    private static Target target(XmlNode request) {
        return new Target(number(request, "KimlikNo"), request.number("SurumNo").orElse(0L));
    }

    private static @Nullable Long number(XmlNode node, String name) {
        return node.number(name).orElse(null);
    }

    private static @Nullable Integer integer(XmlNode node, String name) {
        return node.number(name).map(Math::toIntExact).orElse(null);
    }
}
