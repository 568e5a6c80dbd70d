package tr.kentatlas.spatial.sample;

import java.util.HashSet;
import java.util.Set;

/** Names every road; name and type are unique within the municipality, as the registry demands. */
final class RoadNames {
    private final District district;
    private final Set<String> taken = new HashSet<>();
    private int nextMain;
    private int nextNumber = 1401;
    private int nextWord;

    private RoadNames(District district) {
        this.district = district;
    }

    static void give(District district) {
        RoadNames names = new RoadNames(district);
        district.roads.forEach(names::name);
    }

    private void name(Road road) {
        Dice dice = Dice.of(district.seed, "road:" + road.key, district.number());
        if (road.kind == StreetKind.TRACK && dice.chance(0.7)) {
            road.csbm = "4";
        }
        do {
            road.name = road.kind.isMain() || road.kind == StreetKind.ROUNDABOUT ? main() : local(road, dice);
        } while (!taken.add(road.name + "|" + road.csbm));
    }

    private String main() {
        int round = nextMain / Words.MAIN_ROADS.size();
        String name = Words.MAIN_ROADS.get(nextMain++ % Words.MAIN_ROADS.size());
        return round == 0 ? name : round + 1 + ". " + name;
    }

    /** Planned quarters number their streets, older ones name them. */
    private String local(Road road, Dice dice) {
        boolean numbered = road.csbm.equals("4") && isPlanned(road) && dice.chance(0.75);
        if (numbered) {
            boolean branch = road.length() < 130 && dice.chance(0.3);
            return branch ? nextNumber + "/" + dice.between(1, 4) : Integer.toString(++nextNumber);
        }
        int words = Words.NOUNS.size();
        int turn = nextWord++;
        String noun = Words.NOUNS.get(Math.floorMod(turn * 37, words));
        int round = turn / words;
        if (round == 0) {
            return noun;
        }
        int adjectives = Words.ADJECTIVES.size();
        String adjective = Words.ADJECTIVES.get((round - 1) % adjectives);
        int again = (round - 1) / adjectives;
        return adjective + " " + noun + (again == 0 ? "" : " " + (again + 1));
    }

    private boolean isPlanned(Road road) {
        Zone zone = district.zoneOf(road.legs.getFirst().street());
        return zone == Zone.FLATS || zone == Zone.HOUSES || zone == Zone.INDUSTRY || zone == Zone.FRINGE;
    }
}
