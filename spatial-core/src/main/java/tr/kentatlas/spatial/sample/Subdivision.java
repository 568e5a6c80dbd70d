package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;

/**
 * Divides a building block into parcels: cuts across its long axis, and a back line between two rows. Neighbouring parcels share every
 * vertex.
 */
final class Subdivision {
    private static final double TWO_ROWS = 33;
    private final Ring ring;
    private final Dice dice;
    private final Coordinate origin;
    private final double dx;
    private final double dy;
    private final double length;
    private final double depth;
    private final Set<Coordinate> spine = new HashSet<>();

    private Subdivision(Ring ring, Dice dice) {
        this.ring = ring;
        this.dice = dice;
        Coordinate[] box =
                MinimumAreaRectangle.getMinimumRectangle(ring.polygon()).getCoordinates();
        boolean firstLong = box[0].distance(box[1]) > box[1].distance(box[2]);
        Coordinate a = firstLong ? box[0] : box[1];
        Coordinate b = firstLong ? box[1] : box[2];
        this.origin = a;
        this.length = a.distance(b);
        this.dx = (b.x - a.x) / length;
        this.dy = (b.y - a.y) / length;
        this.depth = ring.area() / length;
    }

    static List<Ring> parcels(Ring block, double front, Dice dice) {
        return new Subdivision(block, dice).parcels(front);
    }

    private List<Ring> parcels(double front) {
        List<Ring> parcels = new ArrayList<>();
        Ring rest = ring;
        boolean twoRows = depth > TWO_ROWS;
        double s = front * dice.between(1.0, 1.35);
        while (s < length - front * 0.8) {
            Ring marked = withCut(rest, s);
            int[] ends = ends(marked, s);
            if (ends.length == 2) {
                Coordinate back = spinePoint(marked.at[ends[0]], marked.at[ends[1]]);
                List<Coordinate> path = twoRows
                        ? List.of(marked.at[ends[0]], back, marked.at[ends[1]])
                        : List.of(marked.at[ends[0]], marked.at[ends[1]]);
                parcels.addAll(rows(left(marked, ends, path), twoRows));
                rest = right(marked, ends, path);
            }
            s += front * dice.between(0.78, 1.28);
        }
        parcels.addAll(rows(rest, twoRows));
        return parcels;
    }

    private Coordinate spinePoint(Coordinate low, Coordinate high) {
        Coordinate back = Plane.between(low, high, 0.5 + dice.sway(0.03));
        spine.add(back);
        return back;
    }

    /** Path runs from the low side to the high side, so what has been passed lies to its left. */
    private static Ring left(Ring marked, int[] ends, List<Coordinate> path) {
        return marked.leftOf(ends[0], ends[1], path, none(path));
    }

    private static Ring right(Ring marked, int[] ends, List<Coordinate> path) {
        return marked.leftOf(ends[1], ends[0], path.reversed(), none(path));
    }

    private static List<Street> none(List<Coordinate> path) {
        return path.size() == 3 ? List.of(Street.NONE, Street.NONE) : List.of(Street.NONE);
    }

    /** Cuts a slice of the block along its back line, if it reaches both streets. */
    private List<Ring> rows(Ring slice, boolean twoRows) {
        if (!twoRows || slice.area() < 160) {
            return List.of(slice);
        }
        List<Integer> backs = spinePoints(slice);
        Ring marked = slice;
        if (backs.size() == 1) {
            marked = withOpposite(slice, backs.getFirst());
            backs = spinePoints(marked);
        }
        if (backs.size() != 2) {
            return List.of(slice);
        }
        int from = backs.get(0);
        int to = backs.get(1);
        List<Coordinate> path = List.of(marked.at[from], marked.at[to]);
        Ring one = marked.leftOf(from, to, path, List.of(Street.NONE));
        Ring two = marked.leftOf(to, from, path.reversed(), List.of(Street.NONE));
        boolean fair = one.area() > 70 && two.area() > 70;
        return fair ? List.of(one, two) : List.of(slice);
    }

    private List<Integer> spinePoints(Ring slice) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < slice.size(); i++) {
            if (spine.contains(slice.at[i])) {
                found.add(i);
            }
        }
        return found;
    }

    /** An end slice has one back point; the back line is led on to the street at the block's end. */
    private Ring withOpposite(Ring slice, int back) {
        double t = across(slice.at[back]);
        double s = along(slice.at[back]);
        int best = -1;
        double farthest = 4;
        for (int i = 0; i < slice.size(); i++) {
            double ta = across(slice.at[i]) - t;
            double tb = across(slice.corner(i + 1)) - t;
            if (ta * tb < 0) {
                double at = along(Plane.between(slice.at[i], slice.corner(i + 1), ta / (ta - tb)));
                if (Math.abs(at - s) > farthest) {
                    farthest = Math.abs(at - s);
                    best = i;
                }
            }
        }
        if (best < 0) {
            return slice;
        }
        double ta = across(slice.at[best]) - t;
        double tb = across(slice.corner(best + 1)) - t;
        Coordinate p = Plane.between(slice.at[best], slice.corner(best + 1), Math.clamp(ta / (ta - tb), 0.02, 0.98));
        spine.add(p);
        return slice.withCorner(best, p);
    }

    /** The ring with corners where the line across at {@code s} meets it. */
    private Ring withCut(Ring rest, double s) {
        Ring marked = rest;
        for (int i = 0; i < marked.size(); i++) {
            double a = along(marked.at[i]) - s;
            double b = along(marked.corner(i + 1)) - s;
            if (a * b < 0 && Math.abs(a) > 0.002 && Math.abs(b) > 0.002) {
                marked = marked.withCorner(i, Plane.between(marked.at[i], marked.corner(i + 1), a / (a - b)));
                i++;
            }
        }
        return marked;
    }

    /** The low and the high corner on the line across; nothing when the line meets the ring in another number of places. */
    private int[] ends(Ring marked, double s) {
        List<Integer> on = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
            if (Math.abs(along(marked.at[i]) - s) <= 0.002) {
                on.add(i);
            }
        }
        if (on.size() != 2) {
            return new int[0];
        }
        boolean ordered = across(marked.at[on.get(0)]) < across(marked.at[on.get(1)]);
        int[] ends = ordered ? new int[] {on.get(0), on.get(1)} : new int[] {on.get(1), on.get(0)};
        boolean wide = marked.at[ends[0]].distance(marked.at[ends[1]]) > 8;
        return wide ? ends : new int[0];
    }

    private double along(Coordinate p) {
        return (p.x - origin.x) * dx + (p.y - origin.y) * dy;
    }

    private double across(Coordinate p) {
        return (p.y - origin.y) * dx - (p.x - origin.x) * dy;
    }
}
