package tr.kentatlas.registry.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.spatial.address.TurkishText;
import tr.kentatlas.spatial.progress.Progress;

/**
 * The registry as it might look for a city: its working data with the city's own codes where it has them, and with the few differences
 * that make a registry interesting ({@link Difference}). The same city and seed give the same registry.
 */
public final class CitySeed implements Consumer<RegistryBook> {
    private final CityRows city;
    private final List<Long> neighbourhoods;
    private final Progress progress;
    private final Map<UUID, Long> buildingCodes = new HashMap<>();
    private final Map<UUID, RegisteredDoor> doorRows = new HashMap<>();

    private CitySeed(CityRows city, List<Long> neighbourhoods, Progress progress) {
        this.city = city;
        this.neighbourhoods = List.copyOf(neighbourhoods);
        this.progress = progress;
    }

    /** Of the neighbourhoods with these codes; all of them for an empty list. The city must be migrated; its owner asks. */
    public static CitySeed of(DataSource city, List<Long> neighbourhoods) {
        return telling(city, neighbourhoods, Progress.silent());
    }

    /** The same, telling how far it is. */
    public static CitySeed telling(DataSource city, List<Long> neighbourhoods, Progress progress) {
        return new CitySeed(new CityRows(city), neighbourhoods, progress);
    }

    @Override
    public void accept(RegistryBook book) {
        city.read(progress, () -> {
            Map<UUID, Long> mine = neighbourhoods(book);
            CityStreets streets = new CityStreets(city, book, mine);
            streets.sow();
            buildings(book, mine);
            doors(book, streets, mine);
            units(book);
        });
    }

    private Map<UUID, Long> neighbourhoods(RegistryBook book) {
        Map<UUID, Long> codes = new HashMap<>();
        city.each(
                "SELECT m.tucbs_no, m.ad, m.uavt_kod::bigint AS code, coalesce(substring(i.ulusal_kod FROM '^[0-9]{1,9}$')::bigint, 0) AS district "
                        + "FROM working.idari_birim m LEFT JOIN working.idari_birim b ON b.tucbs_no = m.ust_birim "
                        + "LEFT JOIN working.idari_birim i ON i.tucbs_no = CASE WHEN b.duzey = 'ilce' THEN b.tucbs_no ELSE b.ust_birim END "
                        + "WHERE m.duzey = 'mahalle' AND m.uavt_kod ~ '^[0-9]{1,10}$' ORDER BY m.tucbs_no",
                row -> {
                    long code = row.getLong("code");
                    if (neighbourhoods.isEmpty() || neighbourhoods.contains(code)) {
                        codes.put(row.getObject("tucbs_no", UUID.class), code);
                        String name = withoutWord(TurkishText.upper(row.getString("ad")));
                        long district = row.getLong("district");
                        book.neighbourhoods.put(
                                code,
                                new RegisteredNeighbourhood(code, district, name, null, 1, book.nextRevision()),
                                Instant.MIN);
                    }
                });
        return codes;
    }

    /** The registry keeps names without the word for their kind. */
    private static String withoutWord(String name) {
        return name.endsWith(" MAHALLESİ") ? name.substring(0, name.length() - " MAHALLESİ".length()) : name;
    }

    private void buildings(RegistryBook book, Map<UUID, Long> mine) {
        city.each(
                "SELECT b.tucbs_no, b.bina_kimlik_no, b.adi, b.yapi_tipi, b.yapi_durum, b.kat_ustu, b.kat_alti, "
                        + "ST_AsBinary(ST_Transform(b.geom, 4326)) AS shape, d.mahalle FROM working.bina b "
                        + "JOIN (SELECT DISTINCT ON (n.bina) n.bina, y.mahalle FROM working.numarataj n "
                        + "JOIN working.yol_orta_hat_yon y ON y.tucbs_no = n.yon ORDER BY n.bina, n.tucbs_no) d ON d.bina = b.tucbs_no WHERE b.gecerlilik_bitis IS NULL ORDER BY b.tucbs_no",
                row -> {
                    UUID id = row.getObject("tucbs_no", UUID.class);
                    Long neighbourhood = mine.get(row.getObject("mahalle", UUID.class));
                    Difference difference = Difference.of(id);
                    if (neighbourhood != null && difference != Difference.MISSING_BUILDING) {
                        building(book, row, id, neighbourhood);
                    }
                });
    }

    private void building(RegistryBook book, ResultSet row, UUID id, long neighbourhood) throws SQLException {
        long code = code(book, row, "bina_kimlik_no", book.codes()::nineDigits);
        buildingCodes.put(id, code);
        book.buildings.put(
                code,
                new RegisteredBuilding(
                        code,
                        neighbourhood,
                        upper(row.getString("adi")),
                        row.getString("yapi_tipi"),
                        condition(row.getString("yapi_durum")),
                        row.getObject("kat_ustu", Integer.class),
                        row.getObject("kat_alti", Integer.class),
                        CityRows.shape(row, Geometry.class),
                        book.nextRevision()),
                Instant.MIN);
    }

    /** The city's words for a building's condition (INSPIRE) in the registry's. */
    private static @Nullable String condition(@Nullable String word) {
        return word == null
                ? null
                : switch (word) {
                    case "functional" -> "kullanimda";
                    case "underConstruction" -> "yapimAsamasi";
                    case "demolished" -> "yikilmis";
                    case "declined", "disused" -> "kullanimDisi";
                    default -> word;
                };
    }

    private void doors(RegistryBook book, CityStreets streets, Map<UUID, Long> mine) {
        city.each(
                "SELECT n.tucbs_no, n.numarataj_kodu, n.kapi_no, n.tip, n.bina, n.diger_yapi, n.ust_numarataj, n.yon, y.mahalle, h.yol, "
                        + "(SELECT p.tasinmaz_kimlik_no FROM working.parsel p WHERE p.tucbs_no = n.parsel AND p.gecerlilik_bitis IS NULL LIMIT 1) AS parsel, "
                        + "ST_AsBinary(ST_Transform(n.geom, 4326)) AS shape FROM working.numarataj n "
                        + "JOIN working.yol_orta_hat_yon y ON y.tucbs_no = n.yon JOIN working.yol_orta_hat h ON h.tucbs_no = y.orta_hat "
                        + "WHERE n.gecerlilik_bitis IS NULL ORDER BY n.ust_numarataj NULLS FIRST, n.tucbs_no",
                row -> {
                    Long neighbourhood = mine.get(row.getObject("mahalle", UUID.class));
                    Difference difference = Difference.of(row.getObject("tucbs_no", UUID.class));
                    if (neighbourhood != null && difference != Difference.MISSING_DOOR) {
                        door(book, streets, row, neighbourhood, difference);
                    }
                });
    }

    private void door(RegistryBook book, CityStreets streets, ResultSet row, long neighbourhood, Difference difference)
            throws SQLException {
        Long street = streets.street(row.getObject("yol", UUID.class), neighbourhood);
        if (street == null) {
            return;
        }
        long code = code(book, row, "numarataj_kodu", book.codes()::nineDigits);
        RegisteredDoor main = doorRows.get(row.getObject("ust_numarataj", UUID.class));
        Revision revision = book.nextRevision();
        RegisteredDoor door = new RegisteredDoor(
                code,
                neighbourhood,
                street,
                streets.side(row.getObject("yon", UUID.class)),
                buildingCodes.get(row.getObject("bina", UUID.class)),
                row.getString("diger_yapi"),
                row.getObject("parsel", Long.class),
                main == null ? null : main.code(),
                row.getString("kapi_no"),
                row.getString("tip"),
                CityRows.shape(row, Point.class),
                difference == Difference.RETIRED_DOOR
                        ? new Revision(false, revision.version(), revision.updatedOn(), null)
                        : revision);
        doorRows.put(row.getObject("tucbs_no", UUID.class), door);
        book.doors.put(code, door, Instant.MIN);
        if (difference == Difference.SECOND_DOOR) {
            second(book, door);
        }
    }

    /** A side door the city does not know. */
    private static void second(RegistryBook book, RegisteredDoor door) {
        if (door.number().matches("\\d+")) {
            long code = book.codes().nineDigits();
            book.doors.put(
                    code,
                    new RegisteredDoor(
                            code,
                            door.neighbourhood(),
                            door.street(),
                            door.side(),
                            door.building(),
                            door.code(),
                            door.number() + "Z",
                            "taliGiris",
                            door.position(),
                            book.nextRevision()),
                    Instant.MIN);
        }
    }

    private void units(RegistryBook book) {
        city.each(
                "SELECT u.tucbs_no, u.adres_no, u.bina, u.numarataj, u.ic_kapi_no, u.kat_no, u.kullanim_turu, u.tip, u.durum "
                        + "FROM working.bagimsiz_bolum u WHERE u.gecerlilik_bitis IS NULL ORDER BY u.tucbs_no",
                row -> {
                    RegisteredDoor door = doorRows.get(row.getObject("numarataj", UUID.class));
                    Difference difference = Difference.of(row.getObject("tucbs_no", UUID.class));
                    if (door != null && door.revision().active() && difference != Difference.MISSING_UNIT) {
                        unit(book, row, door);
                    }
                });
    }

    private void unit(RegistryBook book, ResultSet row, RegisteredDoor door) throws SQLException {
        long code = code(book, row, "adres_no", book.codes()::addressNo);
        book.units.put(
                code,
                new RegisteredUnit(
                        code,
                        door.neighbourhood(),
                        buildingCodes.get(row.getObject("bina", UUID.class)),
                        door.code(),
                        row.getString("ic_kapi_no"),
                        row.getObject("kat_no", Integer.class),
                        row.getString("kullanim_turu"),
                        row.getString("tip"),
                        row.getString("durum"),
                        book.nextRevision()),
                Instant.MIN);
    }

    /** The city's code for it, or a new one. */
    private static long code(RegistryBook book, ResultSet row, String column, LongSupplier fresh) throws SQLException {
        long known = row.getLong(column);
        if (row.wasNull()) {
            return fresh.getAsLong();
        }
        book.codes().take(known);
        return known;
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : TurkishText.upper(text);
    }
}
