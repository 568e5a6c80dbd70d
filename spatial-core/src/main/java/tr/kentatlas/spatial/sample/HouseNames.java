package tr.kentatlas.spatial.sample;

/** Gives names to estates, some blocks of flats, and the places people go to. */
final class HouseNames {
    private HouseNames() {}

    static void give(District district) {
        for (House house : district.houses) {
            String word = Words.NOUNS.get(Math.floorMod(house.parcel.block.number * 31, Words.NOUNS.size()));
            String own = Words.NOUNS.get((int) (Census.luck(house, 41) * Words.NOUNS.size()));
            house.name = switch (house.use) {
                case TOWER -> estate(house, word);
                case FLATS -> Census.luck(house, 42) < 0.45 ? own + " Apartmanı" : "";
                case SHED -> Census.luck(house, 42) < 0.1 ? own + " İş Merkezi" : "";
                case MOSQUE -> word + " Camii";
                default -> "";
            };
        }
    }

    private static String estate(House house, String word) {
        int number = house.parcel.houses.indexOf(house);
        boolean alone = house.parcel.houses.size() == 1;
        return word + " Sitesi" + (alone ? "" : " " + (char) ('A' + number) + " Blok");
    }
}
