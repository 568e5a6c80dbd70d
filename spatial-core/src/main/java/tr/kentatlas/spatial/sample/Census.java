package tr.kentatlas.spatial.sample;

import java.util.Comparator;
import java.util.List;

/** Decides which plots are built on and how high, so that a district has the buildings and units its size asks for. */
final class Census {
    private final District district;

    private Census(District district) {
        this.district = district;
    }

    static void take(District district) {
        Census census = new Census(district);
        census.choosePlots();
        census.chooseFloors();
    }

    /** Plots of institutions and estates are always built; the rest by luck, less often towards the border. */
    private void choosePlots() {
        List<Parcel> plots = district.parcels.stream()
                .filter(parcel -> !parcel.houses.isEmpty())
                .toList();
        int wanted = district.size.buildings;
        List<Parcel> order = plots.stream()
                .sorted(Comparator.comparingDouble(this::lateness))
                .toList();
        int count = 0;
        for (Parcel parcel : order) {
            parcel.built = count + parcel.houses.size() <= wanted;
            count += parcel.built ? parcel.houses.size() : 0;
        }
        plots.stream().filter(parcel -> parcel.built).forEach(parcel -> district.houses.addAll(parcel.houses));
    }

    private double lateness(Parcel parcel) {
        BlockUse use = parcel.block.use;
        if (use != BlockUse.BUILT && use != BlockUse.FIELD) {
            return -1;
        }
        double far = parcel.ring.at[0].distance(district.centre) / 3500;
        double luck = parcel.houses.getFirst().luck;
        return luck + 0.6 * far + (use == BlockUse.FIELD ? 0.8 * luck + 0.35 : 0);
    }

    private void chooseFloors() {
        double low = 0.2;
        double high = 3;
        for (int round = 0; round < 14; round++) {
            double middle = (low + high) / 2;
            district.houses.forEach(house -> size(house, middle));
            int units = district.houses.stream().mapToInt(House::units).sum();
            if (units > district.size.units) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    private static void size(House house, double dense) {
        Zone zone = house.parcel.block.cell.zone;
        double spread = 0.6 + 0.9 * luck(house, 1);
        house.dwellings = 0;
        house.shops = 0;
        switch (house.use) {
            case FLATS, TOWER -> {
                house.above = Math.max(2, Math.min(16, (int) Math.round(zone.floors * dense * spread)));
                house.perFloor = Math.max(1, (int) Math.round(house.area / 118));
                boolean shops = zone == Zone.CENTRE || onMainRoad(house);
                house.shops = shops && house.use == HouseUse.FLATS ? Math.max(1, (int) (house.area / 90)) : 0;
                house.dwellings = (house.above - (house.shops > 0 ? 1 : 0)) * house.perFloor;
            }
            case ROW, DETACHED -> {
                house.above = luck(house, 2) < 0.25 ? 1 : luck(house, 2) < 0.75 ? 2 : 3;
                house.perFloor = 1;
                house.dwellings = luck(house, 3) < 0.45 ? 1 : house.above;
                house.shops = onMainRoad(house) && luck(house, 4) < 0.4 ? 1 : 0;
            }
            case VILLA, FARM -> {
                house.above = luck(house, 2) < 0.3 ? 1 : 2;
                house.dwellings = 1;
            }
            case SHED -> {
                house.above = luck(house, 2) < 0.75 ? 1 : 2;
                house.shops = 1 + (int) (luck(house, 3) * house.area / 450);
            }
            case HOSPITAL -> {
                house.above = 5;
                house.shops = 1;
            }
            case SCHOOL, PUBLIC -> {
                house.above = 3 + (luck(house, 2) < 0.4 ? 1 : 0);
                house.shops = 1;
            }
            default -> {
                house.above = house.use == HouseUse.STATION ? 2 : 1;
                house.shops = house.use == HouseUse.MARKET ? 4 : 1;
            }
        }
        house.below = belowGround(house);
        house.year = year(house, zone);
    }

    private static int belowGround(House house) {
        return switch (house.use) {
            case TOWER -> 2;
            case FLATS -> house.above > 3 || luck(house, 5) < 0.6 ? 1 : 0;
            case HOSPITAL, MARKET -> 1;
            case VILLA -> luck(house, 5) < 0.4 ? 1 : 0;
            default -> 0;
        };
    }

    private static int year(House house, Zone zone) {
        double luck = luck(house, 6);
        return switch (zone) {
            case OLD -> 1928 + (int) (luck * luck * 80);
            case CENTRE -> 1955 + (int) (luck * 60);
            case HOUSES -> 1962 + (int) (luck * 45);
            case FLATS -> 1974 + (int) (Math.sqrt(luck) * 51);
            case ESTATE -> 1998 + (int) (luck * 27);
            case VILLA -> 1990 + (int) (luck * 35);
            default -> 1970 + (int) (luck * 54);
        };
    }

    private static boolean onMainRoad(House house) {
        return house.parcel.fronts.getFirst().street().kind.isMain();
    }

    /** An independent chance for each question about a house. */
    static double luck(House house, int question) {
        return Dice.at(house.id.getLeastSignificantBits(), 91, question, 0);
    }
}
