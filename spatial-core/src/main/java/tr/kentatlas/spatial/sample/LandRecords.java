package tr.kentatlas.spatial.sample;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes building blocks, parcels, and what their ground is used for today. */
final class LandRecords {
    private final District district;
    private final RecordSink sink;
    private long next;

    private LandRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
        this.next = 24_000_000L + district.number() * 100_000L;
    }

    static void write(District district, RecordSink sink) {
        LandRecords records = new LandRecords(district, sink);
        for (Block block : district.blocks) {
            records.block(block);
            block.parcels.forEach(records::parcel);
            records.use(block);
        }
    }

    private void block(Block block) {
        new Row("ada", district.id("ada", block.key))
                .with("ada_no", Integer.toString(block.number))
                .with("mahalle", district.mahalleId(block.cell.mahalle))
                .at(block.ring.polygon())
                .into(sink);
    }

    private void parcel(Parcel parcel) {
        Block block = parcel.block;
        Polygon shape = parcel.ring.polygon();
        next++;
        new Row("parsel", district.id("parsel", parcel.key))
                .with("tasinmaz_kimlik_no", next)
                .with("ada_no", Integer.toString(block.number))
                .with("parsel_no", Integer.toString(parcel.number))
                .with("parsel_turu", kind(parcel))
                .with("alan", Plane.cm(shape.getArea()))
                .with("ulusal_ref", reference(district, parcel))
                .with("mahalle", district.mahalleId(block.cell.mahalle))
                .with("pafta", "I29-b-" + (block.number % 25 + 1) + "-d")
                .with("mevkii", block.use == BlockUse.FIELD ? "Kırlar" : null)
                .with("nitelik", nature(parcel))
                .with("km_durum", tenure(parcel))
                .with("megsis_id", next + 500_000_000L)
                .with("tkgm_durum", "3")
                .at(shape)
                .into(sink);
    }

    static String kind(Parcel parcel) {
        return parcel.block.use == BlockUse.FIELD ? "kadastro" : "imar";
    }

    static String reference(District district, Parcel parcel) {
        return district.name() + "-" + parcel.block.number + "/" + parcel.number;
    }

    private static String tenure(Parcel parcel) {
        boolean flats = parcel.built && parcel.houses.getFirst().dwellings > 2;
        return !flats ? "anaTasinmaz" : parcel.houses.getFirst().year < 2021 ? "katMulkiyeti" : "katIrtifaki";
    }

    private static String nature(Parcel parcel) {
        return switch (parcel.block.use) {
            case FIELD -> parcel.built ? "Ev ve Bahçe" : parcel.number % 3 == 0 ? "Bağ" : "Tarla";
            case PARK, PLAYGROUND -> "Park";
            case CEMETERY -> "Mezarlık";
            case CAR_PARK -> "Otopark";
            case SQUARE -> "Meydan";
            case MOSQUE -> "Cami ve Arsası";
            case SCHOOL -> "Okul ve Bahçesi";
            default ->
                !parcel.built
                        ? "Arsa"
                        : parcel.houses.getFirst().dwellings > 2 ? "Kargir Apartman ve Arsası" : "Kargir Ev ve Arsası";
        };
    }

    private void use(Block block) {
        Polygon shape = block.ring.polygon();
        new Row("mevcut_arazi_kullanimi", district.id("mevcut_arazi_kullanimi", block.key))
                .with("arazi", landUse(block))
                .with("hilucs", List.of(hilucs(block)))
                .with("hilucs_durum", "baskin")
                .with("gozlem_tarihi", LocalDate.of(2026, 4, 15))
                .with("alan", Plane.cm(shape.getArea()))
                .at(shape)
                .into(sink);
    }

    private static String landUse(Block block) {
        return switch (block.use) {
            case PARK, PLAYGROUND, SQUARE, CEMETERY -> "14100";
            case SPORT -> "14200";
            case FIELD -> "21000";
            case CAR_PARK, BUS_STATION -> "12220";
            case SCHOOL, MOSQUE, HOSPITAL, PUBLIC, MARKET -> "12100";
            case ESTATE -> "11220";
            case BUILT ->
                switch (block.cell.zone) {
                    case CENTRE, OLD -> "11100";
                    case FLATS, HOUSES -> "11210";
                    case INDUSTRY -> "12100";
                    default -> "11230";
                };
        };
    }

    static String hilucs(Block block) {
        return switch (block.use) {
            case FIELD -> "1_1_Agriculture";
            case PARK, PLAYGROUND, SQUARE, SPORT -> "3_4_CulturalEntertainmentAndRecreationalServices";
            case CAR_PARK, BUS_STATION -> "4_1_TransportNetworks";
            case SCHOOL, MOSQUE, HOSPITAL, PUBLIC, CEMETERY -> "3_3_CommunityServices";
            case MARKET -> "3_1_CommercialServices";
            case ESTATE -> "5_ResidentialUse";
            case BUILT -> block.cell.zone == Zone.INDUSTRY ? "2_SecondaryProduction" : "5_ResidentialUse";
        };
    }
}
