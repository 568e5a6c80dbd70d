package tr.kentatlas.registry.soap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.spatial.feature.time.CityTime;

/** Rows of the messages in our words. Elements nobody asked for are passed over; names keep the registry's spelling. */
public final class RowReader {
    private static final ZoneId TURKEY = CityTime.ZONE;
    private static final String ACTIVE = "1";

    private RowReader() {}

    /** A Mahalle. */
    public static RegisteredNeighbourhood neighbourhood(XmlNode row) {
        return new RegisteredNeighbourhood(
                row.requiredNumber("KimlikNo"),
                row.requiredNumber("IlceKimlikNo"),
                text(row, "Ad"),
                text(row, "KoyAdi"),
                Math.toIntExact(row.requiredNumber("Tip")),
                revision(row));
    }

    /** A Csbm. */
    public static RegisteredStreet street(XmlNode row) {
        return new RegisteredStreet(
                row.requiredNumber("KimlikNo"),
                number(row, "YolKimlikNo"),
                row.requiredNumber("MahalleKimlikNo"),
                row.required("Ad"),
                text(row, "Ad2"),
                text(row, "EskiAd"),
                row.required("Tip"),
                sides(row),
                Geometries.read(row, "Geometri", Geometry.class).orElse(null),
                revision(row));
    }

    /** The sides in a YonListesi. */
    public static List<RegisteredSide> sides(XmlNode row) {
        return row.child("YonListesi").map(list -> list.all("Yon")).orElse(List.of()).stream()
                .map(RowReader::side)
                .toList();
    }

    private static RegisteredSide side(XmlNode side) {
        return new RegisteredSide(
                side.requiredNumber("KimlikNo"),
                side.requiredNumber("YolOrtaHatKimlikNo"),
                Contract.side(side.required("Taraf")),
                side.requiredNumber("MahalleKimlikNo"),
                number(side, "UAVTKodu"),
                side.required("TanitimKodu"));
    }

    /** A Yapi. */
    public static RegisteredBuilding building(XmlNode row) {
        return new RegisteredBuilding(
                row.requiredNumber("KimlikNo"),
                row.requiredNumber("MahalleKimlikNo"),
                text(row, "Ad"),
                text(row, "Tip"),
                text(row, "YapiDurum"),
                integer(row, "ZeminUstuKatSayisi"),
                integer(row, "ZeminAltiKatSayisi"),
                Geometries.read(row, "Geometri", Geometry.class).orElse(null),
                revision(row));
    }

    /** A Numarataj. */
    public static RegisteredDoor door(XmlNode row) {
        return new RegisteredDoor(
                row.requiredNumber("KimlikNo"),
                row.requiredNumber("MahalleKimlikNo"),
                row.requiredNumber("CsbmKimlikNo"),
                number(row, "YolOrtaHatYonKimlikNo"),
                number(row, "YapiKimlikNo"),
                text(row, "DigerYapiNo"),
                number(row, "ParselKimlikNo"),
                number(row, "BagliOlduguNumaratajKimlikNo"),
                row.required("KapiNo"),
                text(row, "Tip"),
                Geometries.read(row, "Geometri", Point.class).orElse(null),
                revision(row));
    }

    /** A BagimsizBolum. */
    public static RegisteredUnit unit(XmlNode row) {
        return new RegisteredUnit(
                row.requiredNumber("AdresNo"),
                row.requiredNumber("MahalleKimlikNo"),
                number(row, "YapiKimlikNo"),
                number(row, "NumaratajKimlikNo"),
                text(row, "IcKapiNo"),
                integer(row, "KatNo"),
                text(row, "KullanimTuru"),
                text(row, "Tip"),
                text(row, "BagimsizBolumDurum"),
                revision(row));
    }

    private static Revision revision(XmlNode row) {
        return new Revision(
                row.required("Durum").equals(ACTIVE),
                row.requiredNumber("SurumNo"),
                row.text("GuncellemeZamani").map(RowReader::day).orElse(null),
                number(row, "KarsilikKod"));
    }

    /** The registry writes a day in Türkiye as the instant of its midnight. */
    private static LocalDate day(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return LocalDate.ofInstant(instant, TURKEY);
        } catch (DateTimeParseException e) {
            throw MessageTrouble.of(Saying.NO_MOMENT, "GuncellemeZamani", MessageTrouble.shown(text))
                    .by(e);
        }
    }

    private static @Nullable String text(XmlNode row, String name) {
        return row.text(name).orElse(null);
    }

    private static @Nullable Long number(XmlNode row, String name) {
        return row.number(name).orElse(null);
    }

    private static @Nullable Integer integer(XmlNode row, String name) {
        return row.number(name).map(Math::toIntExact).orElse(null);
    }
}
