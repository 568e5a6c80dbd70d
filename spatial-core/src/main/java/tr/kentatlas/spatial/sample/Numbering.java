package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Gives door numbers by the regulation on addresses and numbering: from the start of the road odd on the left, even on the right,
 * consecutive, empty plots included.
 */
final class Numbering {
    private final District district;
    /** Looked up only, never walked through. */
    private final IdentityHashMap<Street, Place> places = new IdentityHashMap<>();

    private final IdentityHashMap<Road, List<Entry>> entries = new IdentityHashMap<>();

    private Numbering(District district) {
        this.district = district;
    }

    static void give(District district) {
        Numbering numbering = new Numbering(district);
        for (Road road : district.roads) {
            road.legs.forEach(leg -> numbering.places.put(leg.street(), new Place(road, leg)));
        }
        district.parcels.forEach(numbering::enter);
        district.roads.forEach(numbering::number);
    }

    private void enter(Parcel parcel) {
        boolean plot = parcel.block.use == BlockUse.BUILT || parcel.block.use == BlockUse.ESTATE;
        if (parcel.fronts.isEmpty() || !(parcel.built || plot)) {
            return;
        }
        Parcel.Front main = parcel.built ? parcel.houses.getFirst().front : parcel.fronts.getFirst();
        enter(parcel, main, true);
        boolean single = parcel.built && parcel.houses.size() == 1;
        if (single && parcel.fronts.size() > 1 && Census.luck(parcel.houses.getFirst(), 21) < 0.3) {
            Parcel.Front other = parcel.fronts.get(parcel.fronts.get(0).equals(main) ? 1 : 0);
            if (other.street() != main.street() && other.length() > 9 && reachable(parcel.houses.getFirst(), other)) {
                enter(parcel, other, false);
            }
        }
    }

    private void enter(Parcel parcel, Parcel.Front front, boolean main) {
        Place place = places.get(front.street());
        if (place == null) {
            return;
        }
        Street street = front.street();
        double along = street.positionOf(front.middle());
        double position = place.leg.before() + (place.leg.backwards() ? street.length() - along : along);
        boolean left = isLeft(parcel, front) != place.leg.backwards();
        entries.computeIfAbsent(place.road, road -> new ArrayList<>())
                .add(new Entry(parcel, front, position, left, main));
    }

    /** Where a street parts two mahalles, the plot's mahalle tells the side. */
    private static boolean isLeft(Parcel parcel, Parcel.Front front) {
        Street street = front.street();
        return street.left.equals(street.right)
                ? street.isLeft(front.middle())
                : street.left.equals(parcel.block.cell.mahalle);
    }

    private void number(Road road) {
        List<Entry> along = entries.getOrDefault(road, new ArrayList<>());
        along.sort(Comparator.comparingDouble(Entry::position).thenComparing(entry -> entry.parcel.key));
        Count odd = new Count(1);
        Count even = new Count(2);
        for (Entry entry : along) {
            give(road, entry, entry.left ? odd : even);
        }
        road.lastOdd = odd.next - 2;
        road.lastEven = even.next - 2;
    }

    private void give(Road road, Entry entry, Count count) {
        Link link = linkAt(road, entry);
        String number = count.take(Dice.at(district.seed, 51, entry.parcel.key.hashCode(), entry.main ? 1 : 2), entry);
        link.counts(entry.left, count.base);
        if (!entry.main) {
            sideDoor(entry, link, number);
        } else if (!entry.parcel.built) {
            add(entry, link, number, Door.Kind.EMPTY_PLOT, inside(entry, 0.5), 0, null, null);
        } else if (entry.parcel.block.use == BlockUse.ESTATE) {
            estate(entry, link, number);
        } else {
            House house = entry.parcel.houses.getFirst();
            house.mainDoor = add(entry, link, number, Door.Kind.MAIN, house.door, house.doorAngle, house, null);
        }
    }

    /** The gate takes the street's number; the buildings inside take it with letters. */
    private void estate(Entry entry, Link link, String number) {
        Door gate = add(entry, link, number, Door.Kind.GATE, inside(entry, 1), 0, null, null);
        char letter = 'A';
        for (House house : entry.parcel.houses) {
            String inner = number + "/" + letter++;
            house.mainDoor = add(entry, link, inner, Door.Kind.MAIN, house.door, house.doorAngle, house, gate);
        }
    }

    private void sideDoor(Entry entry, Link link, String number) {
        House house = entry.parcel.houses.getFirst();
        Coordinate at = sideDoor(house, entry.front);
        add(entry, link, number, Door.Kind.SIDE, at, house.doorAngle, house, house.mainDoor);
    }

    private static Coordinate sideDoor(House house, Parcel.Front front) {
        Coordinate target = front.middle();
        Coordinate wall = nearestOnWall(house, target);
        return Plane.between(wall, target, 0.3 / wall.distance(target));
    }

    /** A side door needs room between wall and street, and must lie on the side of the street that the plot lies on. */
    private static boolean reachable(House house, Parcel.Front front) {
        boolean room = nearestOnWall(house, front.middle()).distance(front.middle()) > 0.5;
        if (!room || house.footprint.intersects(Plane.point(front.middle()))) {
            return false;
        }
        Coordinate door = sideDoor(house, front);
        return front.street().isLeft(door) == front.street().isLeft(front.middle())
                && !house.footprint.intersects(Plane.point(door));
    }

    private static Coordinate nearestOnWall(House house, Coordinate to) {
        Coordinate[] wall = house.footprint.getExteriorRing().getCoordinates();
        Coordinate best = wall[0];
        for (int i = 0; i + 1 < wall.length; i++) {
            Coordinate near = Plane.nearest(to, wall[i], wall[i + 1]);
            best = near.distance(to) < best.distance(to) ? near : best;
        }
        return best;
    }

    private Door add(
            Entry entry,
            Link link,
            String number,
            Door.Kind kind,
            Coordinate at,
            double angle,
            @Nullable House house,
            @Nullable Door upper) {
        String key = link.road.key + "#" + number;
        Door door = new Door(
                district.id("numarataj", key), number, kind, link, entry.left, at, angle, entry.parcel, house, upper);
        district.doors.add(door);
        return door;
    }

    /** Just behind the middle of the front; somewhere on the plot where the front is bent so much that this lies outside. */
    private static Coordinate inside(Entry entry, double metres) {
        Parcel.Front front = entry.front;
        Coordinate behind = Plane.beside(front.a(), front.b(), front.length() / 2, metres);
        if (entry.parcel.ring.contains(behind)) {
            return behind;
        }
        Coordinate anywhere = entry.parcel.ring.polygon().getInteriorPoint().getCoordinate();
        return Plane.at(anywhere.x, anywhere.y);
    }

    /** The link of the plot's own street; a neighbouring street of the same road may lie in another mahalle. */
    private static Link linkAt(Road road, Entry entry) {
        String street = entry.front.street().key + "/";
        Link last = road.links.getLast();
        for (Link link : road.links) {
            if (link.key.startsWith(street)) {
                last = link;
                if (entry.position < link.to) {
                    return link;
                }
            }
        }
        return last;
    }

    private record Place(Road road, Road.Leg leg) {}

    private record Entry(Parcel parcel, Parcel.Front front, double position, boolean left, boolean main) {}

    /** Counts one side of a road. */
    private static final class Count {
        private int next;
        private int base;
        private boolean plain;

        Count(int first) {
            this.next = first;
        }

        String take(double luck, Entry entry) {
            boolean simple = entry.parcel.block.use != BlockUse.ESTATE;
            if (plain && simple && luck < 0.022) {
                plain = false;
                return base + "A";
            }
            if (plain && simple && luck < 0.032) {
                plain = false;
                return base + "/1";
            }
            base = next;
            boolean range = simple && luck > 0.988;
            next += range ? 4 : 2;
            plain = !range && simple;
            return range ? base + "-" + (base + 2) : Integer.toString(base);
        }
    }
}
