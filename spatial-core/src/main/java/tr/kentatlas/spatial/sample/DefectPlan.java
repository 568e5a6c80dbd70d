package tr.kentatlas.spatial.sample;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Chooses what to spoil: for each rule at least one feature, a different one each time. */
final class DefectPlan {
    private final District district;
    private final Defects defects;
    private final Iterator<House> houses;
    private final Iterator<Door> doors;

    private DefectPlan(District district, Defects defects) {
        this.district = district;
        this.defects = defects;
        this.houses = every(district.houses, 17, DefectPlan::isPlain).iterator();
        this.doors =
                every(district.doors, 29, door -> door.kind() == Door.Kind.SIDE).iterator();
    }

    static void plant(District district, Defects defects) {
        DefectPlan plan = new DefectPlan(district, defects);
        plan.geometries();
        plan.identities();
        plan.references();
        plan.units();
        plan.buildings();
        plan.doors();
        plan.addresses();
        plan.roads();
    }

    private static boolean isPlain(House house) {
        return house.use == HouseUse.DETACHED || house.use == HouseUse.VILLA;
    }

    private static <T> List<T> every(List<T> all, int step, Predicate<T> wanted) {
        List<T> fit = all.stream().filter(wanted).toList();
        return IntStream.range(0, fit.size())
                .filter(n -> fit.size() < step * 12 || n % step == 0)
                .mapToObj(fit::get)
                .toList();
    }

    private void geometries() {
        defects.change(
                "G1",
                houses.next().id,
                "Bina çokgeni kendini kesiyor",
                entry -> Defects.moved(entry, entry.id(), crossed(entry.geometry())));
        Road road = district.roads.get(district.roads.size() / 2);
        defects.change(
                "G2",
                district.id("yol_alani", road.key),
                "Yol alanında yinelenen köşe",
                entry -> Defects.moved(entry, entry.id(), repeated(entry.geometry())));
    }

    private void identities() {
        List<Block> parks = every(district.blocks, 3, block -> block.use == BlockUse.PARK);
        defects.list("I1", null, "Ağaç kaydında tucbsNo yok");
        UUID tree = district.id("agac", parks.get(0).key + ":0");
        defects.silently(tree, entry -> Defects.moved(entry, null, entry.geometry()));
        UUID park = district.id("park_bahce", parks.get(1).key);
        OffsetDateTime start = OffsetDateTime.of(2026, 6, 1, 0, 0, 0, 0, ZoneOffset.ofHours(3));
        defects.change(
                "I2",
                park,
                "Geçerlilik sonu başlangıcından önce",
                entry -> Defects.with(
                        Defects.with(entry, "gecerlilik_baslangic", start), "gecerlilik_bitis", start.minusDays(30)));
        defects.change(
                "I3",
                houses.next().id,
                "Yapı durumu kod listesinde yok",
                entry -> Defects.with(entry, "yapi_durum", "belirsiz"));
    }

    private UUID nowhere(String type) {
        return district.id(type, "yok");
    }

    private void references() {
        Block carPark = district.blocks.stream()
                .filter(block -> block.use == BlockUse.CAR_PARK)
                .findFirst()
                .orElseThrow();
        defects.change(
                "I4",
                district.id("karayolu_hizmet_alani", carPark.key),
                "Ağ elemanı başvurusu karşılıksız",
                entry -> Defects.with(entry, "ag_elemani", nowhere("yol_orta_hat")));
    }

    private void units() {
        Geometry land = Row.area(district.land());
        defects.change(
                "AU1",
                mahalle(1),
                "Mahalle komşusunun üzerine taşıyor",
                entry -> Defects.moved(
                        entry,
                        entry.id(),
                        Row.area(geometry(entry.geometry()).buffer(30, 2).intersection(land))));
        defects.change(
                "AU2",
                mahalle(2),
                "Mahallede boşluk var",
                entry -> Defects.moved(entry, entry.id(), Row.area(holed(geometry(entry.geometry())))));
        defects.change("AU3", mahalle(0), "Mahallenin üst birimi yok", entry -> Defects.with(entry, "ust_birim", null));
    }

    private UUID mahalle(int k) {
        return district.mahalleId(district.mahalleKey(k));
    }

    private void buildings() {
        House moved = houses.next();
        House onto = district.houses.get(district.houses.indexOf(moved) + 1);
        Coordinate from = moved.footprint.getCentroid().getCoordinate();
        Coordinate to = onto.footprint.getCentroid().getCoordinate();
        AffineTransformation shift = AffineTransformation.translationInstance(to.x - from.x + 1, to.y - from.y + 1);
        defects.change(
                "BU1",
                moved.id,
                "Bina komşu binanın üstüne biniyor",
                entry -> Defects.moved(entry, entry.id(), shift.transform(geometry(entry.geometry()))));
        defects.change(
                "BU5",
                houses.next().id,
                "Toplam kat, alt ve üst katların toplamı değil",
                entry -> Defects.with(entry, "toplam_kat", number(entry.values().get("toplam_kat")) + 1));
        defects.change(
                "BU5",
                houses.next().id,
                "Bağımsız bölüm sayısı kayıtlara uymuyor",
                entry -> Defects.with(entry, "bb_sayisi", number(entry.values().get("bb_sayisi")) + 2));
    }

    private void doors() {
        List<Door> plain = every(district.doors, 41, door -> door.kind() == Door.Kind.EMPTY_PLOT);
        Door copy = plain.get(0);
        Door twin = district.doors.stream()
                .filter(door -> door.link() == copy.link() && !door.equals(copy) && door.left() == copy.left())
                .findFirst()
                .orElse(doors.next());
        defects.change(
                "AD3",
                copy.id(),
                "Aynı yolda aynı kapı numarası iki kez",
                entry -> Defects.with(Defects.with(entry, "kapi_no", twin.number()), "yon", sideOf(twin)));
        defects.change("AD3", doors.next().id(), "Numaratajın yol yönü yok", entry -> Defects.with(entry, "yon", null));
        Door alone = Objects.requireNonNull(houses.next().mainDoor);
        defects.change("AD3", alone.id(), "Binanın ana girişi yok", entry -> Defects.with(entry, "tip", "taliGiris"));
        Door away = plain.get(1);
        Coordinate far = district.links.stream()
                .filter(link -> !link.leftMahalle.equals(away.link().mahalle(away.left()))
                        && link.leftMahalle.equals(link.rightMahalle))
                .findFirst()
                .orElseThrow()
                .line[1];
        defects.change(
                "AD4",
                away.id(),
                "Kapı noktası yönünün mahallesi dışında",
                entry -> Defects.moved(entry, entry.id(), Plane.point(Plane.at(far.x + 4, far.y + 3))));
    }

    private UUID sideOf(Door door) {
        return RoadRecords.sideId(district, door.link(), door.left());
    }

    /** Units are numbered in the order in which they are written, the first building's first. */
    private void addresses() {
        defects.change(
                "AD5",
                unit(0),
                "Adres numarası on haneli değil",
                entry -> Defects.with(entry, "adres_no", 123_456_789L));
        defects.change(
                "AD5",
                unit(1),
                "Adres numarası başka bölümde de var",
                entry -> Defects.with(
                        entry, "adres_no", BuildingRecords.addressNumber(BuildingRecords.firstUnit(district) + 2)));
        long n = 0;
        for (House house : district.houses) {
            if (n > 40 && house.units() > 2) {
                defects.change(
                        "AD5",
                        unit(n + 1),
                        "Aynı numaratajda aynı iç kapı numarası",
                        entry -> Defects.with(entry, "ic_kapi_no", "1"));
                return;
            }
            n += house.units();
        }
    }

    private UUID unit(long n) {
        return district.id("bagimsiz_bolum", Long.toString(BuildingRecords.firstUnit(district) + n));
    }

    private void roads() {
        List<Road> local =
                district.roads.stream().filter(road -> road.csbm.equals("4")).toList();
        Road copy = local.get(local.size() / 3);
        defects.change(
                "TN3",
                local.get(local.size() / 2).id,
                "Yol adı ve tipi belediyede ikinci kez",
                entry -> Defects.with(entry, "ad", copy.name));
        Link oneSided = local.get(local.size() / 4).links.stream()
                .filter(link -> link.rightHigh == 0)
                .findFirst()
                .orElseGet(() -> emptySide(local));
        defects.list("TN3", oneSided.id, "Orta hattın yalnız bir yönü var");
        defects.silently(RoadRecords.sideId(district, oneSided, false), entry -> null);
    }

    private static Link emptySide(List<Road> roads) {
        return roads.stream()
                .flatMap(road -> road.links.stream())
                .filter(link -> link.rightHigh == 0)
                .findFirst()
                .orElseThrow();
    }

    private static Geometry geometry(@Nullable Geometry geometry) {
        return Objects.requireNonNull(geometry);
    }

    private static int number(@Nullable Object value) {
        return value instanceof Integer number ? number : 0;
    }

    /** Two corners of the outline change places. */
    private static Geometry crossed(@Nullable Geometry geometry) {
        Coordinate[] ring = geometry(geometry).getGeometryN(0).getCoordinates().clone();
        Coordinate held = ring[1];
        ring[1] = ring[2];
        ring[2] = held;
        return Plane.multi(Plane.GEOMETRY.createPolygon(ring));
    }

    private static Geometry repeated(@Nullable Geometry geometry) {
        Coordinate[] ring =
                ((Polygon) geometry(geometry).getGeometryN(0)).getExteriorRing().getCoordinates();
        Coordinate[] longer = new Coordinate[ring.length + 1];
        System.arraycopy(ring, 0, longer, 0, 3);
        System.arraycopy(ring, 2, longer, 3, ring.length - 2);
        return Plane.multi(Plane.GEOMETRY.createPolygon(longer));
    }

    private static Geometry holed(Geometry land) {
        Coordinate centre = land.getInteriorPoint().getCoordinate();
        Envelope hole = new Envelope(centre.x - 15, centre.x + 15, centre.y - 15, centre.y + 15);
        return land.difference(Plane.GEOMETRY.toGeometry(hole));
    }
}
