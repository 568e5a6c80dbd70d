package tr.kentatlas.registry.maks;

import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.BuildingWrite;
import tr.kentatlas.registry.port.DoorWrite;
import tr.kentatlas.registry.port.RegistryWrite;
import tr.kentatlas.registry.port.RequestKey;
import tr.kentatlas.registry.port.Retirement;
import tr.kentatlas.registry.port.RoadWrite;
import tr.kentatlas.registry.port.RoadWrite.CentreLine;
import tr.kentatlas.registry.port.RoadWrite.RoadSide;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.registry.port.Target;
import tr.kentatlas.registry.port.UnitWrite;
import tr.kentatlas.registry.soap.Contract;
import tr.kentatlas.registry.soap.Geometries;
import tr.kentatlas.registry.soap.SoapWriter;

/** What we want to write, in the words of the contract. */
final class Requests {
    private Requests() {}

    static String operation(RegistryWrite write) {
        return switch (write) {
            case RoadWrite road -> "YolKaydet";
            case BuildingWrite building -> "YapiKaydet";
            case DoorWrite door -> "NumaratajKaydet";
            case UnitWrite unit -> "BagimsizBolumKaydet";
            case Retirement end -> "Kapat";
        };
    }

    static void content(SoapWriter out, RegistryWrite write, RequestKey key) {
        out.value("IstekNo", key.value());
        switch (write) {
            case RoadWrite road -> road(target(out, road.target()), road);
            case BuildingWrite building -> building(target(out, building.target()), building);
            case DoorWrite door -> door(target(out, door.target()), door);
            case UnitWrite unit -> unit(target(out, unit.target()), unit);
            case Retirement end -> retirement(out, end);
        }
    }

    private static void road(SoapWriter out, RoadWrite road) {
        out.value("Ad", road.name());
        out.value("Tip", road.kind());
        road.centreLines().forEach(line -> out.element("YolOrtaHat", o -> centreLine(o, line)));
    }

    private static void centreLine(SoapWriter out, CentreLine line) {
        out.value("KimlikNo", line.code());
        out.value("Geometri", Geometries.text(line.line()));
        out.element("Yon", o -> side(o, Side.LEFT, line.left()));
        out.element("Yon", o -> side(o, Side.RIGHT, line.right()));
    }

    private static void side(SoapWriter out, Side which, RoadSide side) {
        out.value("KimlikNo", side.code());
        out.value("Taraf", Contract.name(which));
        out.value("MahalleKimlikNo", side.neighbourhood());
        out.value("TanitimKodu", side.fixedCode());
        out.value("UAVTKodu", side.street());
    }

    private static void building(SoapWriter out, BuildingWrite building) {
        out.value("MahalleKimlikNo", building.neighbourhood());
        out.value("Ad", building.name());
        out.value("Tip", building.kind());
        out.value("YapiDurum", building.condition());
        out.value("ZeminUstuKatSayisi", building.floorsAbove());
        out.value("ZeminAltiKatSayisi", building.floorsBelow());
        out.value("Geometri", Geometries.text(building.footprint()));
    }

    private static void door(SoapWriter out, DoorWrite door) {
        out.value("MahalleKimlikNo", door.neighbourhood());
        out.value("CsbmKimlikNo", door.street());
        out.value("YolOrtaHatYonKimlikNo", door.side());
        out.value("YapiKimlikNo", door.building());
        out.value("DigerYapiNo", door.otherConstruction());
        out.value("ParselKimlikNo", door.parcel());
        out.value("BagliOlduguNumaratajKimlikNo", door.mainDoor());
        out.value("KapiNo", door.number());
        out.value("Tip", door.kind());
        out.value("Geometri", Geometries.text(door.position()));
    }

    private static void unit(SoapWriter out, UnitWrite unit) {
        out.value("YapiKimlikNo", unit.building());
        out.value("NumaratajKimlikNo", unit.door());
        out.value("IcKapiNo", unit.number());
        out.value("KatNo", unit.floor());
        out.value("KullanimTuru", unit.use());
        out.value("Tip", unit.kind());
        out.value("BagimsizBolumDurum", unit.condition());
    }

    private static void retirement(SoapWriter out, Retirement end) {
        out.value("Duzey", Contract.name(end.level()));
        out.value("KimlikNo", end.code());
        out.value("SurumNo", version(end.version()));
        out.value("Gerekce", end.reason());
        out.value("Tarih", end.on());
    }

    private static SoapWriter target(SoapWriter out, Target target) {
        out.value("KimlikNo", target.code());
        out.value("SurumNo", version(target.version()));
        return out;
    }

    private static @Nullable Long version(long known) {
        return known == 0 ? null : known;
    }
}
