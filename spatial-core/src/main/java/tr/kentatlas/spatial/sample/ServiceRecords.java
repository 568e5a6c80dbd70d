package tr.kentatlas.spatial.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes public services in the buildings that house them, and the pharmacies' duty roster. */
final class ServiceRecords {
    private static final LocalDate ROSTER_STARTS = LocalDate.of(2026, 11, 1);
    /** To the end of 2027, so that somebody is on duty whenever the sample is looked at. */
    private static final int ROSTER_DAYS = 426;

    private final District district;
    private final RecordSink sink;
    private final List<UUID> pharmacies = new ArrayList<>();
    private int count;

    private ServiceRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        ServiceRecords records = new ServiceRecords(district, sink);
        records.institutions();
        Iterator<House> shops = records.shops();
        records.inPublicBuildings(shops);
        for (ServiceKind kind : ServiceKind.SHOPS) {
            records.several(kind, shops);
        }
        records.roster();
    }

    private void institutions() {
        int schools = 0;
        for (House house : district.houses) {
            switch (house.use) {
                case SCHOOL -> service(ServiceKind.SCHOOLS.get(schools++ % ServiceKind.SCHOOLS.size()), house, "");
                case MOSQUE -> service(ServiceKind.MOSQUE, house, house.name.replace(" Camii", ""));
                case HOSPITAL -> service(ServiceKind.HOSPITAL, house, "");
                case SPORT -> service(ServiceKind.SPORT, house, "");
                case MARKET -> service(ServiceKind.MARKET_HALL, house, "");
                case STATION -> service(ServiceKind.STATION, house, "");
                default -> {}
            }
        }
    }

    /** What finds no public building any more rents rooms on a main road. */
    private void inPublicBuildings(Iterator<House> shops) {
        Iterator<House> offices = district.houses.stream()
                .filter(house -> house.use == HouseUse.PUBLIC)
                .sorted(Comparator.comparingDouble(house -> house.door.distance(district.centre)))
                .iterator();
        for (ServiceKind kind : ServiceKind.PUBLIC) {
            for (int n = 0; n < number(kind); n++) {
                Iterator<House> from = offices.hasNext() ? offices : shops;
                if (from.hasNext()) {
                    service(kind, from.next(), kind.perThousand() == 0 ? district.name() : "");
                }
            }
        }
    }

    private Iterator<House> shops() {
        return district.houses.stream()
                .filter(house -> house.use == HouseUse.FLATS && house.shops > 0)
                .sorted(Comparator.comparingDouble((House house) -> house.luck).thenComparing(house -> house.key))
                .iterator();
    }

    private void several(ServiceKind kind, Iterator<House> shops) {
        for (int n = 0; n < number(kind) && shops.hasNext(); n++) {
            House house = shops.next();
            String word = switch (kind.detail()) {
                case "noter" -> district.name() + " " + (n + 1);
                case "muhtarlik" -> district.mahalleName(house.parcel.block.cell.mahalle);
                case "muayenehane" -> person(count);
                default -> "";
            };
            UUID id = service(kind, house, word);
            if (kind.detail().equals("eczane")) {
                pharmacies.add(id);
            }
        }
    }

    private int number(ServiceKind kind) {
        return Math.max(1, (int) Math.round(kind.perThousand() * district.size.buildings / 1000));
    }

    private static String person(int n) {
        return Words.FIRST_NAMES.get(n * 7 % Words.FIRST_NAMES.size()) + " "
                + Words.SURNAMES.get(n * 5 % Words.SURNAMES.size());
    }

    private UUID service(ServiceKind kind, House house, String word) {
        String name = word.isEmpty() ? Words.NOUNS.get(count * 41 % Words.NOUNS.size()) : word;
        UUID id = district.id("kamu_hizmeti", kind.detail() + ":" + house.key);
        count++;
        Door door = house.mainDoor;
        String address = door == null
                ? district.name()
                : district.mahalleName(house.parcel.block.cell.mahalle) + " Mahallesi, "
                        + door.link().road.title() + " No: " + door.number() + ", " + district.name();
        new Row("kamu_hizmeti", id)
                .with("tip", kind.type())
                .with("alt_tip", kind.detail())
                .with("ad", String.format(Locale.ROOT, kind.pattern(), name))
                .with("iletisim_adres", address)
                .with(
                        "iletisim_telefon",
                        String.format(Locale.ROOT, "0999 555 %02d %02d", count / 100 % 100, count % 100))
                .with("iletisim_calisma_saatleri", kind.hours())
                .with(
                        "sorumluluk_birim",
                        kind.detail().equals("muhtarlik") ? district.mahalleId(house.parcel.block.cell.mahalle) : null)
                .at(Plane.point(house.door))
                .into(sink);
        return id;
    }

    /** Every night one pharmacy in ten, at least one, is on duty. */
    private void roster() {
        int each = Math.max(1, pharmacies.size() / 10);
        int turn = 0;
        for (int day = 0; day < ROSTER_DAYS && !pharmacies.isEmpty(); day++) {
            OffsetDateTime evening = ROSTER_STARTS.plusDays(day).atTime(19, 0).atOffset(ZoneOffset.ofHours(3));
            for (int k = 0; k < each; k++) {
                UUID pharmacy = pharmacies.get(turn++ % pharmacies.size());
                new Row("nobet_cizelgesi", district.ownId("nobet_cizelgesi", day + ":" + k))
                        .with("eczane", pharmacy)
                        .with("baslangic", evening)
                        .with("bitis", evening.plusHours(14))
                        .into(sink);
            }
        }
    }
}
