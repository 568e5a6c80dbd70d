package tr.kentatlas.spatial.sample;

/** What the uygulama imar planı allows on a building block: its symbol, floors, cover and building order. */
final class PlanSymbols {
    private PlanSymbols() {}

    static String of(Block block) {
        return switch (block.use) {
            case PARK -> "acikYesil.park";
            case PLAYGROUND -> "acikYesil.cocukBahcesiOyun";
            case SQUARE -> "acikYesil.meydan";
            case CEMETERY -> "acikYesil.mezarlik";
            case CAR_PARK -> "karayolu.genelOtopark";
            case FIELD -> "acikYesil.agaclandirilacak";
            case SCHOOL -> "egitim.ilkokul";
            case MOSQUE -> "ibadet.cami";
            case HOSPITAL -> "saglik.hastane";
            case PUBLIC -> "kentselCalisma.resmiKurum";
            case MARKET -> "kentselCalisma.pazar";
            case SPORT -> "sosyalKulturel.kapaliSpor";
            case BUS_STATION -> "karayolu.terminal";
            case ESTATE -> "konut.gelismeKonut";
            case BUILT ->
                switch (block.cell.zone) {
                    case CENTRE -> "kentselCalisma.ticaretKonut";
                    case INDUSTRY -> "kentselCalisma.kucukSanayi";
                    case VILLA -> "konut.gelismeKonut";
                    default -> "konut.yerlesikKonut";
                };
        };
    }

    /** Floors allowed; 0 where nothing is built. */
    static int floors(Block block) {
        if (block.use == BlockUse.ESTATE) {
            return 12;
        }
        if (block.use != BlockUse.BUILT) {
            return block.use.isInstitution() ? 4 : 0;
        }
        return switch (block.cell.zone) {
            case CENTRE -> 7;
            case FLATS -> 5;
            case OLD, HOUSES -> 3;
            default -> 2;
        };
    }

    /** TAKS, the share of a parcel that may be covered. */
    static double cover(Block block) {
        if (block.use == BlockUse.ESTATE) {
            return 0.2;
        }
        return switch (block.cell.zone) {
            case CENTRE, OLD -> 0.6;
            case VILLA -> 0.25;
            case INDUSTRY -> 0.5;
            default -> 0.4;
        };
    }

    static String order(Block block) {
        return switch (block.cell.zone) {
            case CENTRE, OLD -> "bitisik";
            case ESTATE -> "blok";
            default -> block.number % 5 == 2 ? "bitisik" : "ayrik";
        };
    }
}
