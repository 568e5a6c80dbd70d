package tr.kentatlas.spatial.sample;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Puts buildings on parcels: which shape, how far from the street, how large. */
final class Architect {
    private final String source;
    private final Parcel parcel;
    private final Dice dice;
    private Parcel.Front facing;

    private Architect(String source, Parcel parcel, Dice dice) {
        this.source = source;
        this.parcel = parcel;
        this.dice = dice;
        this.facing = parcel.fronts.getFirst();
    }

    static void plan(String source, Parcel parcel, Dice dice) {
        if (!parcel.fronts.isEmpty()) {
            new Architect(source, parcel, dice).plan();
        }
    }

    private void plan() {
        switch (parcel.block.use) {
            case ESTATE -> estate();
            case SCHOOL -> single(HouseUse.SCHOOL, 9, 48, 30);
            case MOSQUE -> single(HouseUse.MOSQUE, 8, 21, 24);
            case HOSPITAL -> single(HouseUse.HOSPITAL, 14, 78, 56);
            case PUBLIC -> single(HouseUse.PUBLIC, 8, 34, 22);
            case MARKET -> single(HouseUse.MARKET, 12, 52, 40);
            case SPORT -> single(HouseUse.SPORT, 8, 46, 30);
            case BUS_STATION -> single(HouseUse.STATION, 22, 90, 26);
            case BUILT, FIELD -> byZone();
            default -> {}
        }
    }

    private void byZone() {
        switch (parcel.block.cell.zone) {
            case CENTRE -> row(11, 17, 0.35);
            case OLD -> row(8, 12, 0.3);
            case HOUSES -> houses();
            case VILLA ->
                freestanding(HouseUse.VILLA, dice.between(5, 9), dice.between(10, 14), dice.between(9, 12), 2.5);
            case INDUSTRY -> shed();
            case FRINGE ->
                freestanding(HouseUse.FARM, dice.between(6, 15), dice.between(9, 13), dice.between(7, 10), 2);
            default -> flats();
        }
    }

    private void flats() {
        if (parcel.block.number % 5 == 2) {
            row(12, 15, 0.3);
        } else {
            freestanding(HouseUse.FLATS, 5, dice.between(12, 19), dice.between(12, 17.5), 2.6);
        }
    }

    private void houses() {
        freestanding(HouseUse.DETACHED, dice.between(0.6, 4), dice.between(7.5, 11), dice.between(7.5, 12), 0.8);
    }

    private void shed() {
        double front = parcel.fronts.getFirst().length();
        freestanding(HouseUse.SHED, dice.between(7, 11), front * dice.between(0.55, 0.8), dice.between(20, 38), 3);
    }

    /** A house apart from its neighbours; a corner plot may turn to its other street. */
    private void freestanding(HouseUse use, double setback, double width, double depth, double margin) {
        for (Parcel.Front front : parcel.fronts) {
            if (parcel.houses.isEmpty()) {
                facing = front;
                along(front, use, setback, width, depth, margin);
            }
        }
    }

    private void along(Parcel.Front front, HouseUse use, double setback, double width, double depth, double margin) {
        double room = front.length() - 2 * margin;
        double wide = Math.min(width, room);
        double aside = Math.max(0, (room - wide) / 2) * dice.sway(0.6);
        Frame frame = Frame.on(front.a(), front.b());
        double middle = front.length() / 2 + aside;
        Box wanted = new Box(frame, middle - wide / 2, setback, middle + wide / 2, setback + depth);
        for (double share = 1; share > 0.4; share *= 0.88) {
            Box box = wanted.scaled(share);
            if (box.width() > 5.2 && box.depth() > 5.2 && box.fits(parcel.ring, margin * 0.7 * share)) {
                add(use, shape(use, box), box);
                return;
            }
        }
    }

    private Polygon shape(HouseUse use, Box box) {
        double roll = dice.between(0.0, 1.0);
        boolean mirrored = dice.chance(0.5);
        return switch (use) {
            case FLATS ->
                roll < 0.45
                        ? box.rectangle()
                        : roll < 0.68 ? box.stepped(0.12) : roll < 0.88 ? box.cross(0.13) : box.ell(0.6, mirrored);
            case VILLA -> roll < 0.4 ? box.rectangle() : roll < 0.8 ? box.ell(0.62, mirrored) : box.stepped(0.2);
            case DETACHED, FARM -> roll < 0.75 ? box.rectangle() : box.ell(0.65, mirrored);
            case SHED -> roll < 0.8 ? box.rectangle() : box.ell(0.55, mirrored);
            case SCHOOL -> roll < 0.6 ? box.ewe(0.26, 0.4) : box.ell(0.36, mirrored);
            case HOSPITAL -> box.aitch();
            case PUBLIC -> roll < 0.5 && box.width() > 24 && box.depth() > 20 ? box.courtyard(7) : box.rectangle();
            default -> box.rectangle();
        };
    }

    /** One institution in the middle of its front. */
    private void single(HouseUse use, double setback, double width, double depth) {
        freestanding(use, setback, width, depth, 3);
    }

    /** Wall to wall with the neighbours: the parcel's own width, two centimetres of joint on either side. */
    private void row(double shallow, double deep, double setback) {
        Parcel.Front front = parcel.fronts.getFirst();
        int i = parcel.ring.indexOf(front.a());
        int k = parcel.ring.indexOf(front.b());
        Coordinate a = front.a();
        Coordinate b = front.b();
        Coordinate left = parcel.ring.corner(i - 1);
        Coordinate right = parcel.ring.corner(k + 1);
        double want = dice.between(shallow, deep);
        double least = Math.min(a.distance(left), b.distance(right));
        double share = Math.min(want, least * 0.72);
        if (share < 5.5 || front.length() < 4.5) {
            freestanding(HouseUse.DETACHED, 0.6, 9, 9, 0.5);
            return;
        }
        Coordinate[] quad = {
            quad(a, b, left, right, 0.02, setback, front), quad(a, b, left, right, -0.02, setback, front),
            quad(a, b, left, right, -0.02, share, front), quad(a, b, left, right, 0.02, share, front)
        };
        if (!inside(quad)) {
            freestanding(HouseUse.DETACHED, 0.6, Math.min(front.length(), 12), 10, 0.4);
            return;
        }
        Frame frame = Frame.on(quad[0], quad[1]);
        Box box = new Box(frame, 0, 0, quad[0].distance(quad[1]), share - setback);
        facing = front;
        HouseUse use = parcel.block.cell.zone == Zone.OLD ? HouseUse.ROW : HouseUse.FLATS;
        add(use, Plane.polygon(quad), box);
    }

    private static Coordinate quad(
            Coordinate a,
            Coordinate b,
            Coordinate left,
            Coordinate right,
            double joint,
            double inwards,
            Parcel.Front front) {
        Coordinate onLeft = toward(a, left, inwards);
        Coordinate onRight = toward(b, right, inwards);
        double share = joint / front.length();
        return Plane.between(onLeft, onRight, share >= 0 ? share : 1 + share);
    }

    private static Coordinate toward(Coordinate from, Coordinate to, double metres) {
        return Plane.between(from, to, metres / from.distance(to));
    }

    private boolean inside(Coordinate[] quad) {
        boolean turnsLeft = Plane.turn(quad[0], quad[1], quad[2]) > 0 && Plane.turn(quad[2], quad[3], quad[0]) > 0;
        return turnsLeft && parcel.ring.contains(quad[0]) && !parcel.ring.crosses(quad);
    }

    /** Towers in a park, all turned the same way. */
    private void estate() {
        Parcel.Front front = parcel.fronts.getFirst();
        Frame frame = Frame.on(front.a(), front.b());
        double width = dice.between(19, 25);
        double gap = dice.between(15, 22);
        boolean crosses = dice.chance(0.5);
        boolean onBase = dice.chance(0.16);
        double stride = (onBase ? 2.3 * width : width) + gap;
        for (double y = 11; y < 420 && parcel.houses.size() < 26; y += width + gap) {
            for (double x = -220; x < 520; x += stride) {
                double wide = onBase ? 2.3 * width : width;
                Box box = new Box(frame, x, y, x + wide, y + width);
                if (box.fits(parcel.ring, 5)) {
                    addTower(box, crosses, onBase);
                }
            }
        }
    }

    private void addTower(Box box, boolean crosses, boolean onBase) {
        Polygon footprint = onBase || !crosses ? box.rectangle() : box.cross(0.16);
        House house = add(HouseUse.TOWER, footprint, box);
        if (onBase) {
            double w = box.width() * 0.4;
            Frame f = box.frame();
            house.blocks.addAll(List.of(
                    new Box(f, box.x0() + 1, box.y0() + 1, box.x0() + 1 + w, box.y1() - 1).rectangle(),
                    new Box(f, box.x1() - 1 - w, box.y0() + 1, box.x1() - 1, box.y1() - 1).rectangle()));
        }
    }

    private House add(HouseUse use, Polygon footprint, Box box) {
        int number = parcel.houses.size() + 1;
        double luck = dice.between(0.0, 1.0);
        House house = new House(
                source,
                parcel,
                facing,
                number,
                use,
                footprint,
                box.frontMiddle(),
                box.frame().outward(),
                luck);
        parcel.houses.add(house);
        return house;
    }
}
