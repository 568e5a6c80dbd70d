package tr.kentatlas.spatial.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes the plans, each with the council's decision: one çevre düzeni, one nazım, and an uygulama plan per two mahalles. */
final class PlanRecords {
    private static final String BASE_MAP = "1/1000 ölçekli halihazır harita";
    private final District district;
    private final RecordSink sink;

    private PlanRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        PlanRecords records = new PlanRecords(district, sink);
        Geometry land = Row.area(district.land());
        UUID region =
                records.plan("cdp", "Çevre Düzeni Planı", "CevreDuzeniPlani", "ustYerel", 25_000, 2016, null, land);
        UUID master = records.plan("nip", "Nazım İmar Planı", "NazimImarPlani", "yerel", 5_000, 2018, region, land);
        records.regionAreas(region);
        records.masterAreas(master);
        records.detailed(master);
    }

    private void detailed(UUID master) {
        for (int k = 0; k < district.mahalles.count(); k += 2) {
            String first = district.mahalleKey(k);
            String second = district.mahalleKey(k + 1);
            List<Cell> cells = district.cells.stream()
                    .filter(cell -> cell.mahalle.equals(first) || cell.mahalle.equals(second))
                    .toList();
            if (cells.isEmpty()) {
                continue;
            }
            String name = district.mahalleName(first) + " Mahallesi ve Çevresi 1/1000 Uygulama İmar Planı";
            Geometry land = Row.area(District.union(cells));
            UUID plan = plan("uip" + k, name, "uygulamaImarPlani", "altYerel", 1_000, 2019 + k % 7, master, land);
            PlanDrawing.write(district, plan, land, cells, sink);
            cells.forEach(cell -> cell.blocks.forEach(block -> area(plan, block)));
        }
    }

    private UUID plan(
            String key,
            String name,
            String kind,
            String level,
            int scale,
            int year,
            @Nullable UUID upper,
            Geometry land) {
        UUID id = district.ownId("mekansal_plan", key);
        LocalDate decided = LocalDate.of(year, 1 + Math.floorMod(key.hashCode(), 12), 12);
        int number = 40 + Math.floorMod(key.hashCode(), 400);
        UUID decision = decision(key, name, decided, number);
        new Row("mekansal_plan", id)
                .with("ad", kind.equals("uygulamaImarPlani") ? name : district.name() + " " + name)
                .with("pin", pin(kind, key))
                .with("tur", kind)
                .with("islem_turu", "yeni")
                .with("duzey", level)
                .with("surec", "yururlukte")
                .with("onay_tarihi", decided)
                .with("yururluk", decided.plusDays(45))
                .with("yonetmelik_atfi", "Mekânsal Planlar Yapım Yönetmeliği")
                .with("yonetmelik_tarihi", LocalDate.of(2014, 6, 14))
                .with("altlik_referans", BASE_MAP)
                .with("altlik_tarihi", LocalDate.of(year - 2, 9, 1))
                .with("hukum_seviye", "sub-national")
                .with("ida_ad", List.of("Meclis kararı " + decided.getYear() + "/" + number))
                .with("ida_tarih", List.of(decided))
                .with("dokuman_resmi_sayisi", decided.getYear() + "/" + number)
                .with("belge", List.of(decision))
                .with("olcek", scale)
                .with("onaylayan_kurum", scale == 1_000 ? "ilceBelediyesi" : "buyuksehirBelediyesi")
                .with("ana_plan", upper)
                .at(land)
                .into(sink);
        return id;
    }

    private String pin(String kind, String key) {
        String start = switch (kind) {
            case "CevreDuzeniPlani" -> "CDP-";
            case "NazimImarPlani" -> "NIP-";
            default -> "UIP-";
        };
        return start + (99_000_000L + district.number() * 1000L) + "-" + key;
    }

    private UUID decision(String key, String plan, LocalDate decided, int number) {
        UUID id = district.ownId("resmi_belge", key);
        String text = String.format(
                Locale.ROOT,
                "%d tarihli oturumda görüşülen “%s” oy çokluğu ile kabul edilmiştir.",
                decided.getYear(),
                plan);
        new Row("resmi_belge", id)
                .with("baslik", "Belediye Meclisi kararı " + decided.getYear() + "/" + number)
                .with("kisa_ad", decided.getYear() + "/" + number)
                .with("tarih", decided)
                .with("belge_turu", "meclisKarari")
                .with("metin", text)
                .into(sink);
        return id;
    }

    private void regionAreas(UUID plan) {
        for (int k = 0; k < district.mahalles.count(); k++) {
            String key = district.mahalleKey(k);
            Geometry land = district.land(key);
            if (!land.isEmpty()) {
                List<Cell> cells = district.cells.stream()
                        .filter(cell -> cell.mahalle.equals(key))
                        .toList();
                long open =
                        cells.stream().filter(cell -> cell.zone == Zone.FRINGE).count();
                boolean fields = open * 2 > cells.size();
                broad(
                        plan,
                        "c:" + key,
                        fields ? "acikYesil.agaclandirilacak" : "konut.yerlesikKonut",
                        fields ? "1_1_Agriculture" : "5_ResidentialUse",
                        Row.area(land));
            }
        }
    }

    private void masterAreas(UUID plan) {
        for (Cell cell : district.cells) {
            String symbol = switch (cell.zone) {
                case CENTRE -> "kentselCalisma.ticaretKonut";
                case INDUSTRY -> "kentselCalisma.kucukSanayi";
                case PARK -> "acikYesil.park";
                case CEMETERY -> "acikYesil.mezarlik";
                case CAMPUS -> "kentselCalisma.resmiKurum";
                case FRINGE -> "acikYesil.agaclandirilacak";
                case ESTATE, VILLA -> "konut.gelismeKonut";
                default -> "konut.yerlesikKonut";
            };
            String use = cell.blocks.isEmpty() ? "6_OtherUses" : LandRecords.hilucs(cell.blocks.getFirst());
            broad(plan, "n:" + cell.key(), symbol, use, cell.ring.polygon());
        }
    }

    private void broad(UUID plan, String key, String symbol, String hilucs, Geometry land) {
        common(new Row("plan_kullanim_alani", district.id("plan_kullanim_alani", key)), plan, symbol, hilucs)
                .at(land)
                .into(sink);
    }

    private static Row common(Row row, UUID plan, String symbol, String hilucs) {
        return row.with("plan", plan)
                .with("gosterim", symbol)
                .with("durum", "baskin")
                .with("hilucs", hilucs)
                .with("hilucs_durum", "baskin")
                .with("baglayicilik", "evet")
                .with("surec", "yururlukte")
                .with("altlik_referans", BASE_MAP);
    }

    private void area(UUID plan, Block block) {
        Row row = new Row("plan_kullanim_alani", district.id("plan_kullanim_alani", "u:" + block.key));
        common(row, plan, PlanSymbols.of(block), LandRecords.hilucs(block));
        int floors = PlanSymbols.floors(block);
        if (floors > 0) {
            double cover = PlanSymbols.cover(block);
            double ratio = Plane.cm(Math.min(cover * floors, 3));
            row.with("taks", cover)
                    .with("kaks", ratio)
                    .with("kat", floors)
                    .with("yencok", floors * 3.5)
                    .with("on_bahce", PlanSymbols.order(block).equals("bitisik") ? 0.0 : 5.0)
                    .with("yan_bahce", PlanSymbols.order(block).equals("bitisik") ? 0.0 : 3.0)
                    .with("nizam", PlanSymbols.order(block))
                    .with("gosterge_referansi", List.of("arkaBahce"))
                    .with("gosterge_degeri", List.of("3.0"));
        }
        row.at(block.ring.polygon()).into(sink);
    }
}
