package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Joins streets that run on straight into one road, also across main roads and from mahalle to mahalle. */
final class Roads {
    private static final double LONGEST = 850;
    private static final double STRAIGHT = Math.cos(Math.toRadians(38));
    private final District district;
    /** Looked up only, never walked through. */
    private final Map<Coordinate, List<Street>> ends = new HashMap<>();

    private final Set<Street> used = new HashSet<>();

    private Roads(District district) {
        this.district = district;
    }

    static void join(District district) {
        Roads roads = new Roads(district);
        for (Street street : district.streets) {
            roads.ends.computeIfAbsent(street.first(), at -> new ArrayList<>()).add(street);
            roads.ends.computeIfAbsent(street.last(), at -> new ArrayList<>()).add(street);
        }
        for (Street street : district.streets) {
            roads.roadFrom(street);
        }
        RoadNames.give(district);
    }

    private void roadFrom(Street street) {
        if (!used.add(street)) {
            return;
        }
        List<Directed> chain = new ArrayList<>(List.of(new Directed(street, false)));
        extend(chain);
        chain = turned(chain);
        extend(chain);
        double start = chain.getFirst().start().distance(district.centre);
        double end = chain.getLast().end().distance(district.centre);
        add(start > end ? turned(chain) : chain);
    }

    private void extend(List<Directed> chain) {
        double length = chain.stream().mapToDouble(leg -> leg.street.length()).sum();
        Directed next = next(chain.getLast(), chain.getLast().street.kind);
        while (next != null && (next.street.kind.isMain() || length + next.street.length() < LONGEST)) {
            used.add(next.street);
            chain.add(next);
            length += next.street.length();
            next = next(next, next.street.kind);
        }
    }

    private @Nullable Directed next(Directed last, StreetKind kind) {
        if (kind == StreetKind.ROUNDABOUT) {
            return ring(last);
        }
        if (last.street.key.charAt(0) != 's') {
            return nextMain(last);
        }
        Directed best = null;
        double straightest = STRAIGHT;
        for (Street street : ends.getOrDefault(last.end(), List.of())) {
            Directed next = new Directed(street, !street.first().equals2D(last.end()));
            boolean local = street.key.charAt(0) == 's' && !used.contains(street);
            if (local && last.cosine(next) > straightest) {
                straightest = last.cosine(next);
                best = next;
            }
        }
        return best;
    }

    private @Nullable Directed ring(Directed last) {
        String prefix = last.street.key.substring(0, last.street.key.lastIndexOf(':'));
        return ends.getOrDefault(last.end(), List.of()).stream()
                .filter(street -> street.key.startsWith(prefix) && !used.contains(street))
                .findFirst()
                .map(street -> new Directed(street, !street.first().equals2D(last.end())))
                .orElse(null);
    }

    /** Main roads follow their line of the mesh, over roundabouts too. */
    private @Nullable Directed nextMain(Directed last) {
        String[] key = last.street.key.split(":", -1);
        boolean east = key[0].equals("e");
        int step = last.backwards ? -1 : 1;
        int i = Integer.parseInt(key[1]) + (east ? step : 0);
        int j = Integer.parseInt(key[2]) + (east ? 0 : step);
        int along = Math.floorMod(east ? i : j, 6);
        boolean newName = last.street.kind != StreetKind.BOULEVARD && along == (last.backwards ? 5 : 0);
        String wanted = key[0] + ":" + i + ":" + j;
        return newName ? null : byKey(wanted, last.backwards);
    }

    private @Nullable Directed byKey(String key, boolean backwards) {
        if (mains.isEmpty()) {
            district.streets.stream()
                    .filter(street -> street.key.charAt(0) != 's')
                    .forEach(street -> mains.put(street.key, street));
        }
        Street street = mains.get(key);
        return street == null || used.contains(street) ? null : new Directed(street, backwards);
    }

    private final Map<String, Street> mains = new HashMap<>();

    private static List<Directed> turned(List<Directed> chain) {
        List<Directed> turned = new ArrayList<>();
        for (Directed leg : chain.reversed()) {
            turned.add(new Directed(leg.street, !leg.backwards));
        }
        return turned;
    }

    private void add(List<Directed> chain) {
        List<Road.Leg> legs = new ArrayList<>();
        double before = 0;
        for (Directed leg : chain) {
            legs.add(new Road.Leg(leg.street, leg.backwards, before));
            before += leg.street.length();
        }
        String key = chain.getFirst().street.key;
        Road road = new Road(key, district.id("yol", key), chain.getFirst().street.kind, legs);
        legs.forEach(leg -> cut(road, leg));
        district.roads.add(road);
    }

    private void cut(Road road, Road.Leg leg) {
        List<Coordinate[]> pieces = leg.street().pieces();
        double from = leg.before();
        for (int n = 0; n < pieces.size(); n++) {
            Coordinate[] piece = leg.backwards() ? reversed(pieces.get(pieces.size() - 1 - n)) : pieces.get(n);
            String left = leg.backwards() ? leg.street().right : leg.street().left;
            String right = leg.backwards() ? leg.street().left : leg.street().right;
            String key = leg.street().key + "/" + n;
            double to = from + length(piece);
            Link link = new Link(key, district.id("yol_orta_hat", key), road, piece, from, to, left, right);
            road.links.add(link);
            district.links.add(link);
            from = to;
        }
    }

    private static Coordinate[] reversed(Coordinate[] line) {
        return List.of(line).reversed().toArray(Coordinate[]::new);
    }

    static double length(Coordinate[] line) {
        double length = 0;
        for (int i = 1; i < line.length; i++) {
            length += line[i - 1].distance(line[i]);
        }
        return length;
    }

    private record Directed(Street street, boolean backwards) {
        Coordinate start() {
            return backwards ? street.last() : street.first();
        }

        Coordinate end() {
            return backwards ? street.first() : street.last();
        }

        /** How straight it goes on: 1 for no turn. */
        double cosine(Directed next) {
            Coordinate before = backwards ? street.line.get(1) : street.line.get(street.line.size() - 2);
            Coordinate after =
                    next.backwards ? next.street.line.get(next.street.line.size() - 2) : next.street.line.get(1);
            Coordinate at = end();
            double ax = at.x - before.x;
            double ay = at.y - before.y;
            double bx = after.x - at.x;
            double by = after.y - at.y;
            return (ax * bx + ay * by) / Math.hypot(ax, ay) / Math.hypot(bx, by);
        }
    }
}
