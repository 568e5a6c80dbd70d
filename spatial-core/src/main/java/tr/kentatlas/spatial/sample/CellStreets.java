package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;

/** Draws the local streets of a cell: each street halves a piece of land that is still too large for a building block. */
final class CellStreets {
    private static final int TRIES = 7;
    private static final double CORNER = 24;
    private final Cell cell;
    private final Dice dice;
    private int count;

    private CellStreets(Cell cell, Dice dice) {
        this.cell = cell;
        this.dice = dice;
    }

    static void draw(Cell cell, long seed) {
        CellStreets streets = new CellStreets(cell, Dice.of(seed, "streets", cell.i, cell.j));
        for (Ring land : streets.besideTheRiver()) {
            streets.divide(land, 0);
        }
    }

    private List<Ring> besideTheRiver() {
        if (cell.river.length == 0) {
            return List.of(cell.ring);
        }
        List<Coordinate> path = List.of(cell.river);
        Street river = new Street("river:" + cell.key(), StreetKind.RIVER, cell.river, "", "");
        int from = cell.ring.indexOf(path.getFirst());
        int to = cell.ring.indexOf(path.getLast());
        return halves(cell.ring, from, to, path, river, path.size() - 1);
    }

    private void divide(Ring land, int depth) {
        double wanted = cell.zone.blockArea * dice.between(0.75, 1.35);
        if (land.area() > wanted && depth < 10) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                List<Ring> halves = cut(land, depth, attempt);
                if (halves.size() == 2) {
                    halves.forEach(half -> divide(half, depth + 1));
                    return;
                }
            }
        }
        cell.faces.add(land);
    }

    private List<Ring> cut(Ring land, int depth, int attempt) {
        double crooked = cell.zone.crooked * (attempt < 4 ? 1 : 2.5);
        Coordinate[] box =
                MinimumAreaRectangle.getMinimumRectangle(land.polygon()).getCoordinates();
        boolean firstLong = box[0].distance(box[1]) > box[1].distance(box[2]);
        Coordinate a = firstLong ? box[0] : box[1];
        Coordinate b = firstLong ? box[1] : box[2];
        double angle = Math.atan2(b.y - a.y, b.x - a.x) + Math.PI / 2 + dice.sway(crooked);
        double shift = dice.sway(0.06 + 0.04 * attempt) * a.distance(b);
        double along = angle - Math.PI / 2;
        Coordinate middle = new Coordinate(
                (box[0].x + box[2].x) / 2 + shift * Math.cos(along),
                (box[0].y + box[2].y) / 2 + shift * Math.sin(along));
        if (!land.contains(middle)) {
            return List.of();
        }
        Hit ahead = hit(land, middle, angle);
        Hit back = hit(land, middle, angle + Math.PI);
        return ahead == null || back == null ? List.of() : cut(land, depth, back, ahead);
    }

    private List<Ring> cut(Ring land, int depth, Hit start, Hit end) {
        Coordinate from = settle(land, start);
        Coordinate to = settle(land, end);
        if (from.distance(to) < 30 || tooNear(land, from) || tooNear(land, to)) {
            return List.of();
        }
        Ring prepared = including(including(land, start, from), end, to);
        int i = prepared.indexOf(from);
        int k = prepared.indexOf(to);
        if (i < 0 || k < 0) {
            return List.of();
        }
        List<Coordinate> path = bend(from, to);
        if (!staysInside(prepared, path)) {
            return List.of();
        }
        return lay(prepared, i, k, path, depth);
    }

    private List<Ring> lay(Ring land, int i, int k, List<Coordinate> path, int depth) {
        boolean blindStart = land.at.length > 0 && !meetsStreet(land, i);
        boolean blindEnd = !meetsStreet(land, k);
        if (blindStart && blindEnd) {
            return List.of();
        }
        boolean blind = blindEnd || (!blindStart && depth > 1 && dice.chance(cell.zone.deadEnds));
        List<Coordinate> way = blindStart ? path.reversed() : path;
        int last = blind || blindStart ? Math.max(1, (int) Math.round((way.size() - 1) * 0.66)) : way.size() - 1;
        Coordinate[] line = way.subList(0, last + 1).toArray(Coordinate[]::new);
        Street street = new Street("s:" + cell.key() + ":" + count++, kind(depth), line, cell.mahalle, cell.mahalle);
        List<Ring> halves = blindStart ? halves(land, k, i, way, street, last) : halves(land, i, k, way, street, last);
        if (halves.size() == 2) {
            register(street, land, blindStart ? k : i, blindStart ? i : k, last == way.size() - 1);
        }
        return halves;
    }

    private void register(Street street, Ring land, int from, int to, boolean through) {
        join(land, from, street);
        if (through) {
            join(land, to, street);
        }
        street.addNode(street.first());
        street.addNode(street.last());
        cell.streets.add(street);
    }

    private static void join(Ring land, int corner, Street street) {
        Coordinate at = land.corner(corner);
        for (Street owner : List.of(land.edge(corner), land.edge(corner - 1))) {
            if (owner.kind.isRoad() && owner != street) {
                owner.addNode(at);
            }
        }
    }

    private static boolean meetsStreet(Ring land, int corner) {
        return land.edge(corner).kind.isRoad() || land.edge(corner - 1).kind.isRoad();
    }

    private static List<Ring> halves(Ring land, int i, int k, List<Coordinate> path, Street street, int last) {
        List<Street> labels = new ArrayList<>();
        for (int n = 0; n + 1 < path.size(); n++) {
            labels.add(n < last ? street : Street.NONE);
        }
        Ring left = land.leftOf(i, k, path, labels);
        Ring right = land.leftOf(k, i, path.reversed(), labels.reversed());
        double whole = land.area();
        boolean fair = left.area() > 0.2 * whole && right.area() > 0.2 * whole;
        return fair && left.polygon().isValid() && right.polygon().isValid() ? List.of(left, right) : List.of();
    }

    private StreetKind kind(int depth) {
        StreetKind usual = cell.zone.street;
        if (depth == 0 && usual == StreetKind.STREET) {
            return StreetKind.COLLECTOR;
        }
        if (cell.zone == Zone.CENTRE && dice.chance(0.25)) {
            return StreetKind.PEDESTRIAN;
        }
        return depth == 0 && usual == StreetKind.LANE ? StreetKind.STREET : usual;
    }

    /** Where a straight line from {@code from} leaves the land. */
    private static @Nullable Hit hit(Ring land, Coordinate from, double angle) {
        double dx = Math.cos(angle);
        double dy = Math.sin(angle);
        Hit nearest = null;
        for (int i = 0; i < land.size(); i++) {
            Coordinate a = land.at[i];
            Coordinate b = land.corner(i + 1);
            double cross = dx * (b.y - a.y) - dy * (b.x - a.x);
            if (Math.abs(cross) < 1e-9) {
                continue;
            }
            double t = ((a.x - from.x) * (b.y - a.y) - (a.y - from.y) * (b.x - a.x)) / cross;
            double u = ((a.x - from.x) * dy - (a.y - from.y) * dx) / cross;
            if (t > 0 && u >= 0 && u <= 1 && (nearest == null || t < nearest.distance)) {
                nearest = new Hit(i, t, Plane.at(from.x + dx * t, from.y + dy * t));
            }
        }
        return nearest;
    }

    /** Moves the end of a new street to where it may meet the street there. */
    private static Coordinate settle(Ring land, Hit hit) {
        Street owner = land.edge(hit.edge);
        if (!owner.key.startsWith("s:")) {
            return attachment(land, hit, owner);
        }
        return owner.nodeNear(hit.at, 20);
    }

    /** Main roads are met only at vertices known to both sides. */
    private static Coordinate attachment(Ring land, Hit hit, Street owner) {
        if (!owner.kind.isRoad()) {
            return hit.at;
        }
        Coordinate best = hit.at;
        double least = 55;
        for (int i = 0; i < land.size(); i++) {
            Coordinate c = land.at[i];
            boolean inner = land.edge(i) == owner && land.edge(i - 1) == owner;
            if (inner && owner.attachments().contains(c) && c.distance(hit.at) < least) {
                least = c.distance(hit.at);
                best = c;
            }
        }
        return best;
    }

    /** A street may not end beside the corner of the land; a crossing that is already there is welcome. */
    private static boolean tooNear(Ring land, Coordinate p) {
        for (int i = 0; i < land.size(); i++) {
            boolean corner = land.edge(i) != land.edge(i - 1);
            if (corner && land.at[i].distance(p) < CORNER) {
                return true;
            }
        }
        return false;
    }

    private static Ring including(Ring land, Hit hit, Coordinate p) {
        if (land.indexOf(p) >= 0) {
            return land;
        }
        Street owner = land.edge(hit.edge);
        if (owner.kind.isRoad() && !owner.key.startsWith("s:")) {
            return land;
        }
        int best = -1;
        double least = 0.5;
        for (int i = 0; i < land.size(); i++) {
            double distance = Plane.segmentDistance(p, land.at[i], land.corner(i + 1));
            if (land.along[i] == owner && distance < least) {
                least = distance;
                best = i;
            }
        }
        return best < 0 ? land : land.withCorner(best, p);
    }

    private List<Coordinate> bend(Coordinate from, Coordinate to) {
        double length = from.distance(to);
        int pieces = Math.max(3, (int) Math.round(length / 28));
        double aside = dice.sway(cell.zone.crooked * 0.33) * length;
        double twist = dice.sway(cell.zone.crooked * 0.12) * length;
        List<Coordinate> path = new ArrayList<>(List.of(from));
        for (int n = 1; n < pieces; n++) {
            double t = n / (double) pieces;
            double left = aside * 4 * t * (1 - t) * 0.5 + twist * Math.sin(2 * Math.PI * t);
            path.add(Plane.beside(from, to, t * length, left));
        }
        path.add(to);
        return path;
    }

    private static boolean staysInside(Ring land, List<Coordinate> path) {
        for (Coordinate p : path.subList(1, path.size() - 1)) {
            if (!land.contains(p) || land.distanceToEdge(p) < 7) {
                return false;
            }
        }
        return true;
    }

    private record Hit(int edge, double distance, Coordinate at) {}
}
