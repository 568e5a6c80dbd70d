package tr.kentatlas.spatial.sample;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tr.kentatlas.spatial.ingest.RecordSink;

/** Writes places run as one: the hospital's and the schools' grounds, sports grounds, the bus station and the workshops' estate. */
final class ComplexRecords {
    private final District district;
    private final RecordSink sink;

    private ComplexRecords(District district, RecordSink sink) {
        this.district = district;
        this.sink = sink;
    }

    static void write(District district, RecordSink sink) {
        ComplexRecords records = new ComplexRecords(district, sink);
        district.blocks.forEach(records::complex);
    }

    private void complex(Block block) {
        activity(block)
                .ifPresent(activity -> new Row("faaliyet_kompleksi", district.id("faaliyet_kompleksi", block.key))
                        .with("ad", name(block))
                        .with("faaliyet_turu", List.of(activity))
                        .with("isletmeci", operator(activity))
                        .with("bina", houses(block))
                        .with("parsel", parcels(block))
                        .at(block.ring.polygon())
                        .into(sink));
    }

    private static Optional<String> activity(Block block) {
        return Optional.ofNullable(
                switch (block.use) {
                    case HOSPITAL -> "saglik";
                    case SCHOOL -> "egitim";
                    case SPORT -> "kulturSpor";
                    case BUS_STATION -> "ulasim";
                    case BUILT -> block.cell.zone == Zone.INDUSTRY ? "sanayi" : null;
                    default -> null;
                });
    }

    private String name(Block block) {
        String word = Words.NOUNS.get(Math.floorMod(block.number * 29, Words.NOUNS.size()));
        return switch (block.use) {
            case HOSPITAL -> district.name() + " Hastane Kampüsü";
            case SCHOOL -> word + " Okul Yerleşkesi";
            case SPORT -> word + " Spor Tesisleri";
            case BUS_STATION -> district.name() + " Otogarı";
            default -> word + " Sanayi Sitesi " + block.number + ". Ada";
        };
    }

    private static String operator(String activity) {
        return switch (activity) {
            case "saglik", "egitim" -> "bakanlik";
            case "ulasim" -> "buyuksehirBelediyesi";
            default -> "ilceBelediyesi";
        };
    }

    private static List<UUID> houses(Block block) {
        return block.parcels.stream()
                .filter(parcel -> parcel.built)
                .flatMap(parcel -> parcel.houses.stream())
                .map(house -> house.id)
                .toList();
    }

    private List<UUID> parcels(Block block) {
        return block.parcels.stream()
                .map(parcel -> district.id("parsel", parcel.key))
                .toList();
    }
}
