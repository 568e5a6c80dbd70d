package tr.kentatlas.registry.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.soap.Contract;
import tr.kentatlas.registry.soap.Geometries;
import tr.kentatlas.registry.soap.SoapWriter;
import tr.kentatlas.spatial.feature.time.CityTime;

/** Writes rows as the contract has them. */
final class RowXml {
    private static final ZoneId TURKEY = CityTime.ZONE;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RowXml() {}

    static void neighbourhood(SoapWriter out, RegisteredNeighbourhood row) {
        out.value("KimlikNo", row.code());
        out.value("IlceKimlikNo", row.district());
        out.value("Ad", row.name());
        out.value("KoyAdi", row.village());
        out.value("Tip", row.kind());
        revision(out, row.revision());
    }

    static void street(SoapWriter out, RegisteredStreet row) {
        out.value("KimlikNo", row.code());
        out.value("YolKimlikNo", row.road());
        out.value("MahalleKimlikNo", row.neighbourhood());
        out.value("Ad", row.name());
        out.value("Ad2", row.secondName());
        out.value("EskiAd", row.oldName());
        out.value("Tip", row.kind());
        sides(out, row.sides());
        out.value("Geometri", Geometries.text(row.centreLines()));
        revision(out, row.revision());
    }

    static void sides(SoapWriter out, List<RegisteredSide> sides) {
        if (!sides.isEmpty()) {
            out.element("YonListesi", list -> sides.forEach(side -> list.element("Yon", yon -> side(yon, side))));
        }
    }

    private static void side(SoapWriter out, RegisteredSide side) {
        out.value("KimlikNo", side.code());
        out.value("YolOrtaHatKimlikNo", side.centreLine());
        out.value("Taraf", Contract.name(side.side()));
        out.value("MahalleKimlikNo", side.neighbourhood());
        out.value("UAVTKodu", side.street());
        out.value("TanitimKodu", side.fixedCode());
    }

    static void building(SoapWriter out, RegisteredBuilding row) {
        out.value("KimlikNo", row.code());
        out.value("MahalleKimlikNo", row.neighbourhood());
        out.value("Ad", row.name());
        out.value("Tip", row.kind());
        out.value("YapiDurum", row.condition());
        out.value("ZeminUstuKatSayisi", row.floorsAbove());
        out.value("ZeminAltiKatSayisi", row.floorsBelow());
        out.value("Geometri", Geometries.text(row.footprint()));
        revision(out, row.revision());
    }

    static void door(SoapWriter out, RegisteredDoor row) {
        out.value("KimlikNo", row.code());
        out.value("MahalleKimlikNo", row.neighbourhood());
        out.value("CsbmKimlikNo", row.street());
        out.value("YolOrtaHatYonKimlikNo", row.side());
        out.value("YapiKimlikNo", row.building());
        out.value("DigerYapiNo", row.otherConstruction());
        out.value("ParselKimlikNo", row.parcel());
        out.value("BagliOlduguNumaratajKimlikNo", row.mainDoor());
        out.value("KapiNo", row.number());
        out.value("Tip", row.kind());
        out.value("Geometri", Geometries.text(row.position()));
        revision(out, row.revision());
    }

    static void unit(SoapWriter out, RegisteredUnit row) {
        out.value("AdresNo", row.addressNo());
        out.value("MahalleKimlikNo", row.neighbourhood());
        out.value("YapiKimlikNo", row.building());
        out.value("NumaratajKimlikNo", row.door());
        out.value("IcKapiNo", row.number());
        out.value("KatNo", row.floor());
        out.value("KullanimTuru", row.use());
        out.value("Tip", row.kind());
        out.value("BagimsizBolumDurum", row.condition());
        revision(out, row.revision());
    }

    private static void revision(SoapWriter out, Revision revision) {
        out.value("Durum", revision.active() ? 1 : 0);
        out.value("SurumNo", revision.version());
        out.value("GuncellemeZamani", instant(revision.updatedOn()));
        out.value("KarsilikKod", revision.successor());
    }

    /** The registry writes a local day as the instant of its midnight. */
    private static @Nullable String instant(@Nullable LocalDate day) {
        return day == null ? null : INSTANT.format(day.atStartOfDay(TURKEY));
    }
}
