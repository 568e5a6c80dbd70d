package tr.kentatlas.spatial.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes buildings, their blocks and their units. */
final class BuildingRecords {
    private final District district;
    private final RecordSink sink;
    private long nextUnit;
    private long nextBuilding;

    private BuildingRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
        this.nextUnit = firstUnit(district);
        this.nextBuilding = 11_000_000L + district.number() * 100_000L;
    }

    static void write(District district, RecordSink sink) {
        BuildingRecords records = new BuildingRecords(district, sink);
        district.houses.forEach(records::building);
        district.houses.forEach(records::units);
    }

    private void building(House house) {
        Row row = new Row("bina", house.id);
        facts(row, house, house.units(), house.dwellings, house.shops)
                .with("bina_kimlik_no", nextBuilding++)
                .with("adi", house.name)
                .with("taban_alani", Plane.cm(house.area))
                .with("parsel", List.of(district.id("parsel", house.parcel.key)))
                .with("kot", Plane.cm(district.terrain.height(house.door)))
                .with("kot_ref", "generalGround")
                .at(house.footprint)
                .into(sink);
        uses(house);
        if (house.use == HouseUse.MOSQUE) minaret(house);
        for (int n = 0; n < house.blocks.size(); n++) {
            int share = house.dwellings / house.blocks.size() + (n < house.dwellings % house.blocks.size() ? 1 : 0);
            Row block = new Row("bina_blok", blockId(house, n));
            facts(block, house, share, share, 0)
                    .with("bina", house.id)
                    .with("blok_no", String.valueOf((char) ('A' + n)))
                    .with("adi", house.name + " " + (char) ('A' + n) + " Blok")
                    .with("taban_alani", Plane.cm(house.blocks.get(n).getArea()))
                    .at(house.blocks.get(n))
                    .into(sink);
        }
    }

    /** Shops below and dwellings above: the main use is in the building's record. */
    private void uses(House house) {
        if (house.shops == 0 || house.dwellings == 0) return;
        double shops = house.above == 1 ? 30 : Math.round(100.0 / house.above);
        use(house, residence(house.dwellings), 100 - shops);
        use(house, "trade", shops);
    }

    private void use(House house, String use, double share) {
        new Row("bina_kullanimi", district.id("bina_kullanimi", house.key + ":" + use))
                .with("bina", house.id)
                .with("kullanim", use)
                .with("yuzde", share)
                .into(sink);
    }

    private void minaret(House house) {
        new Row("bina_yuksekligi", district.id("bina_yuksekligi", house.key))
                .with("bina", house.id)
                .with("tur", "yerUstu")
                .with("deger", Plane.cm(3 * height(house)))
                .with("ref_alt", "generalGround")
                .with("ref_ust", "highestPoint")
                .with("durum", "estimated")
                .into(sink);
    }

    private UUID blockId(House house, int n) {
        return district.id("bina_blok", house.key + ":" + n);
    }

    private Row facts(Row row, House house, int units, int dwellings, int shops) {
        LocalDate done = LocalDate.of(house.year, 1 + (int) (Census.luck(house, 31) * 11.99), 15);
        boolean building = isUnderConstruction(house);
        double total = Plane.cm(house.area * house.floors());
        return row.with("yapi_durum", building ? "underConstruction" : "functional")
                .with("yapi_tipi", kind(house))
                .with(
                        "one_cikan_ozellik",
                        house.use == HouseUse.MOSQUE ? "mosque" : house.use == HouseUse.SHED ? "shed" : null)
                .with("kullanim_alt_turu", use(house))
                .with("kat_ustu", house.above)
                .with("kat_alti", house.below)
                .with("toplam_kat", house.floors())
                .with("derinlik", house.below * 3.2)
                .with("bb_sayisi", units)
                .with("konut_sayisi", dwellings)
                .with("isyeri_sayisi", shops)
                .with("bo_toplam_bagimsiz_bolum_alani", Plane.cm(total * 0.82))
                .with("bo_toplam_ortak_alan", Plane.cm(total * 0.18))
                .with("yapi_sinifi", house.above > 8 ? "4Sinif" : house.above > 3 ? "3Sinif" : "2Sinif")
                .with("yapi_grubu", house.above > 4 ? "BGrubu" : "AGrubu")
                .with("ruhsat_tarihi", done.minusMonths(22))
                .with("iskan_tarihi", building ? null : done.plusMonths(3))
                .with("insaat_alani", total)
                .with("deprem_duzeyi", house.year >= 2019 ? "DD-2" : null)
                .with("tamamlanma", building ? null : done)
                .with("yatay_ref", "toplamBinaIzdusumu")
                .with("referans_geom", true)
                .with("dusey_ref", "yapiTabani")
                .with("yukseklik", height(house))
                .with("ref_alt", "yapiTabani")
                .with("ref_ust", "generalRoof")
                .with(
                        "bto_isitma_sistem_tipi",
                        house.above > 5 ? "merkezi" : house.year < 1985 ? "soba" : "katKaloriferi")
                .with("bto_isitma_yakit_tipi", house.year < 1985 && house.above < 3 ? "komur" : "dogalgaz")
                .with("bto_cati_tipi", house.use == HouseUse.MOSQUE ? "kubbe" : house.above > 7 ? "teras" : "kirma")
                .with("bto_dogalgaz_baglantisi", house.use != HouseUse.FARM)
                .with("bto_elektrik_baglantisi", true)
                .with("bto_icme_suyu_baglantisi", true)
                .with("bto_kanalizasyon_baglantisi", house.use != HouseUse.FARM)
                .with("bto_enerji_verimliligi_degeri", house.year >= 2011 ? "C" : null)
                .with("yto_tasiyici_sistem_tipi", structure(house));
    }

    /** Still under construction; a mosque never is. */
    private static boolean isUnderConstruction(House house) {
        return house.year >= 2025 && house.use != HouseUse.MOSQUE;
    }

    private static double height(House house) {
        double floor = house.use == HouseUse.SHED || house.use == HouseUse.MOSQUE ? 7.5 : 3;
        return Plane.cm(house.above * floor + 1.2);
    }

    private static String structure(House house) {
        if (house.use == HouseUse.SHED) {
            return "prefabrik";
        }
        return house.year < 1960 ? "yigma" : house.above > 9 ? "tunelKalip" : "betonarmeCerceve";
    }

    private static @Nullable String kind(House house) {
        return switch (house.use) {
            case FLATS, TOWER -> "apartman";
            case ROW -> house.year < 1945 ? "tarihi" : "mustakil";
            case DETACHED, VILLA, FARM -> "mustakil";
            case MARKET, SHED -> "isHaniIsMerkezi";
            default -> null;
        };
    }

    private static String use(House house) {
        return switch (house.use) {
            case FLATS, TOWER, ROW, DETACHED, VILLA, FARM -> residence(house.dwellings);
            case SHED -> "industrial";
            case MARKET -> "trade";
            default -> "publicServices";
        };
    }

    private static String residence(int dwellings) {
        return dwellings > 2 ? "moreThanTwoDwelling" : dwellings == 2 ? "twoDwellings" : "individualResidence";
    }

    private void units(House house) {
        if (house.mainDoor == null) {
            return;
        }
        int number = 1;
        for (int n = 0; n < house.shops; n++) {
            unit(house, null, number++, 0, true);
        }
        int floor = house.shops > 0 && house.use == HouseUse.FLATS ? 1 : 0;
        int each = Math.max(1, (int) Math.ceil(house.dwellings / (double) Math.max(1, house.above - floor)));
        for (int n = 0; n < house.dwellings; n++) {
            UUID block = house.blocks.isEmpty() ? null : blockId(house, n % house.blocks.size());
            unit(house, block, number++, floor + n / each, false);
        }
    }

    private void unit(House house, @Nullable UUID block, int number, int floor, boolean shop) {
        long n = nextUnit++;
        double size = Math.max(38, house.area * 0.82 / Math.max(1, shop ? house.shops : house.perFloor));
        new Row("bagimsiz_bolum", district.id("bagimsiz_bolum", Long.toString(n)))
                .with("bina", house.id)
                .with("blok", block)
                .with("numarataj", house.mainDoor == null ? null : house.mainDoor.id())
                .with("ic_kapi_no", Integer.toString(number))
                .with("kat_no", floor)
                .with("kullanim_turu", shop ? purpose(house) : "konut")
                .with("kullanim_alt_turu", shop ? detail(house) : house.use == HouseUse.VILLA ? "mustakilEv" : "daire")
                .with("tapu_bb_no", Integer.toString(number))
                .with("tip", "bagimsizBolum")
                .with("durum", isUnderConstruction(house) ? "yapimAsamasi" : "kullanimda")
                .with("adres_no", addressNumber(n))
                .with("alan", Plane.cm(size))
                .into(sink);
    }

    static long firstUnit(District district) {
        return district.number() * 200_000L;
    }

    /** Ten digits, unique, spread so that some lie above 2³¹. */
    static long addressNumber(long n) {
        return 1_000_000_000L + n * 2_654_435_761L % 3_000_000_019L;
    }

    private static String purpose(House house) {
        return switch (house.use) {
            case SCHOOL -> "egitim";
            case MOSQUE -> "dini";
            case HOSPITAL -> "saglik";
            case PUBLIC, STATION -> "resmiKurum";
            case SPORT -> "sosyoKulturel";
            case SHED -> "endustri";
            default -> "ticaret";
        };
    }

    private static String detail(House house) {
        return switch (house.use) {
            case SCHOOL -> "derslik";
            case MOSQUE -> "mescit";
            case HOSPITAL -> "muayenehane";
            case PUBLIC, STATION -> "kamuBurosu";
            case SPORT -> "salon";
            case SHED -> "atolye";
            default -> "dukkan";
        };
    }
}
