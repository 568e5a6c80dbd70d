package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/** Draws the main roads of a district, the cells between them, the river, and the local streets. */
final class Drawing {
    private final District district;
    private final Lattice lattice;
    private final Zoning zoning;
    /** Looked up only, never walked through: its order would differ from run to run. */
    private final Map<String, Street> main = new HashMap<>();

    private Drawing(District district) {
        this.district = district;
        this.lattice = district.lattice;
        this.zoning = new Zoning(district.seed, district.size, district.number());
    }

    static void draw(District district) {
        Drawing drawing = new Drawing(district);
        drawing.mainRoads();
        drawing.cells();
        drawing.roundabouts();
        for (Cell cell : district.cells) {
            if (!cell.zone.isWhole()) {
                CellStreets.draw(cell, district.seed);
            } else {
                cell.faces.add(cell.ring);
            }
            district.streets.addAll(cell.streets);
        }
    }

    private void mainRoads() {
        Size size = district.size;
        int i0 = district.firstColumn();
        int j0 = district.firstRow();
        for (int j = j0; j <= j0 + size.rows; j++) {
            for (int i = i0; i < i0 + size.columns; i++) {
                mainRoad(
                        "e:" + i + ":" + j,
                        lattice.eastwardKind(j),
                        lattice.eastward(i, j),
                        false,
                        mahalleAt(i, j),
                        mahalleAt(i, j - 1),
                        lattice.isRoundabout(i, j),
                        lattice.isRoundabout(i + 1, j));
            }
        }
        for (int j = j0; j < j0 + size.rows; j++) {
            for (int i = i0; i <= i0 + size.columns; i++) {
                mainRoad(
                        "n:" + i + ":" + j,
                        lattice.northwardKind(i),
                        lattice.northward(i, j),
                        lattice.hasRiver(j),
                        mahalleAt(i - 1, j),
                        mahalleAt(i, j),
                        lattice.isRoundabout(i, j),
                        lattice.isRoundabout(i, j + 1));
            }
        }
    }

    private void mainRoad(
            String key,
            StreetKind kind,
            Coordinate[] full,
            boolean river,
            String left,
            String right,
            boolean ringAtStart,
            boolean ringAtEnd) {
        Coordinate[] line = Arrays.copyOfRange(full, ringAtStart ? 1 : 0, full.length - (ringAtEnd ? 1 : 0));
        Street street = new Street(key, kind, line, left, right);
        street.allow(Lattice.attachments(full, river));
        main.put(key, street);
        district.edges.add(street);
        if (kind.isRoad()) {
            street.addNode(street.first());
            street.addNode(street.last());
            district.streets.add(street);
        }
    }

    private String mahalleAt(int i, int j) {
        int column = i - district.firstColumn();
        int row = j - district.firstRow();
        boolean inside = column >= 0 && row >= 0 && column < district.size.columns && row < district.size.rows;
        return inside ? district.mahalleKey(district.mahalles.at(column, row)) : "";
    }

    private void cells() {
        Size size = district.size;
        for (int j = district.firstRow(); j < district.firstRow() + size.rows; j++) {
            for (int i = district.firstColumn(); i < district.firstColumn() + size.columns; i++) {
                Zone zone = zoning.at(i - district.firstColumn(), j - district.firstRow());
                Cell cell = new Cell(i, j, zone, mahalleAt(i, j), ring(i, j));
                if (lattice.hasRiver(j) && !zone.isWhole()) {
                    cell.river = river(i, j);
                }
                district.cells.add(cell);
            }
        }
    }

    private Ring ring(int i, int j) {
        List<Coordinate> corners = new ArrayList<>();
        List<Street> along = new ArrayList<>();
        side(lattice.eastward(i, j), "e:" + i + ":" + j, false, corners, along);
        side(lattice.northward(i + 1, j), "n:" + (i + 1) + ":" + j, false, corners, along);
        side(lattice.eastward(i, j + 1), "e:" + i + ":" + (j + 1), true, corners, along);
        side(lattice.northward(i, j), "n:" + i + ":" + j, true, corners, along);
        return new Ring(corners, along);
    }

    private void side(Coordinate[] line, String key, boolean backwards, List<Coordinate> corners, List<Street> along) {
        List<Coordinate> way = new ArrayList<>(List.of(line));
        if (backwards) {
            Collections.reverse(way);
        }
        Street street = Objects.requireNonNull(main.get(key));
        for (int k = 0; k + 1 < way.size(); k++) {
            corners.add(way.get(k));
            along.add(street);
        }
    }

    /** From the middle of the western side to the middle of the eastern side. */
    private Coordinate[] river(int i, int j) {
        Coordinate[] west = lattice.northward(i, j);
        Coordinate[] east = lattice.northward(i + 1, j);
        Coordinate a = west[west.length / 2];
        Coordinate b = east[east.length / 2];
        Dice dice = Dice.of(district.seed, "river", i, j);
        double aside = dice.sway(46);
        double twist = dice.sway(26);
        int pieces = 14;
        Coordinate[] line = new Coordinate[pieces + 1];
        for (int k = 0; k <= pieces; k++) {
            double t = k / (double) pieces;
            double ease = Math.sin(Math.PI * t) * Math.sin(Math.PI * t);
            line[k] = Plane.beside(a, b, t * a.distance(b), aside * ease + twist * Math.sin(2 * Math.PI * t) * ease);
        }
        line[0] = a;
        line[pieces] = b;
        return line;
    }

    private void roundabouts() {
        Size size = district.size;
        for (int j = district.firstRow() + 1; j < district.firstRow() + size.rows; j++) {
            for (int i = district.firstColumn() + 1; i < district.firstColumn() + size.columns; i++) {
                if (lattice.isRoundabout(i, j)) {
                    roundabout(i, j);
                }
            }
        }
    }

    private void roundabout(int i, int j) {
        Coordinate centre = lattice.node(i, j);
        Coordinate[] arms = {
            lattice.eastward(i, j)[1],
            lattice.northward(i, j)[1],
            fromEnd(lattice.eastward(i - 1, j)),
            fromEnd(lattice.northward(i, j - 1))
        };
        String[] quarter = {mahalleAt(i, j), mahalleAt(i - 1, j), mahalleAt(i - 1, j - 1), mahalleAt(i, j - 1)};
        for (int q = 0; q < 4; q++) {
            Coordinate[] arc = arc(centre, arms[q], arms[(q + 1) % 4]);
            Street street =
                    new Street("r:" + i + ":" + j + ":" + q, StreetKind.ROUNDABOUT, arc, quarter[q], quarter[q]);
            street.addNode(street.first());
            street.addNode(street.last());
            district.streets.add(street);
        }
    }

    private static Coordinate fromEnd(Coordinate[] line) {
        return line[line.length - 2];
    }

    /** Counter-clockwise, as traffic goes round where one drives on the right. */
    private static Coordinate[] arc(Coordinate centre, Coordinate from, Coordinate to) {
        double start = Math.atan2(from.y - centre.y, from.x - centre.x);
        double sweep = Math.atan2(to.y - centre.y, to.x - centre.x) - start;
        double turn = sweep < 0 ? sweep + 2 * Math.PI : sweep;
        Coordinate[] arc = new Coordinate[9];
        for (int k = 0; k < 9; k++) {
            double angle = start + turn * k / 8;
            arc[k] = Plane.at(centre.x + Lattice.RING * Math.cos(angle), centre.y + Lattice.RING * Math.sin(angle));
        }
        arc[0] = from;
        arc[8] = to;
        return arc;
    }
}
