package tr.kentatlas.spatial.sample;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Turns the faces of the street net into building blocks, gives each its use, and divides it into parcels with planned houses. */
final class BlockPlan {
    private static final double SMALLEST = 220;
    private final District district;
    private int nextAda = 101;

    private BlockPlan(District district) {
        this.district = district;
    }

    static void draw(District district) {
        BlockPlan plan = new BlockPlan(district);
        for (Cell cell : district.cells) {
            for (int n = 0; n < cell.faces.size(); n++) {
                plan.block(cell, n);
            }
        }
    }

    private void block(Cell cell, int n) {
        Ring ring = besideRoundabouts(cell, cell.faces.get(n));
        if (ring.size() < 3 || ring.area() < SMALLEST || !ring.polygon().isValid()) {
            return;
        }
        Dice dice = Dice.of(district.seed, "block", cell.i, cell.j, n);
        Block block = new Block(cell.key() + ":" + n, cell, ring, use(cell, ring, dice), nextAda++);
        cell.blocks.add(block);
        district.blocks.add(block);
        for (Ring land : divide(block, dice)) {
            Parcel parcel = new Parcel(block, block.parcels.size() + 1, land);
            block.parcels.add(parcel);
            district.parcels.add(parcel);
            Architect.plan(district.source, parcel, dice);
        }
    }

    private Ring besideRoundabouts(Cell cell, Ring face) {
        Ring ring = face.inset();
        for (int k = 0; k < 4; k++) {
            int i = cell.i + k % 2;
            int j = cell.j + k / 2;
            if (district.lattice.isRoundabout(i, j)) {
                Coordinate centre = district.lattice.node(i, j);
                ring = ring.outside(face, centre, Lattice.RING + 16);
            }
        }
        return ring;
    }

    private List<Ring> divide(Block block, Dice dice) {
        boolean divided = block.use == BlockUse.BUILT || block.use == BlockUse.FIELD;
        if (!divided) {
            return List.of(block.ring);
        }
        double front = block.cell.zone.front > 200 ? 30 : block.cell.zone.front;
        List<Ring> parcels = Subdivision.parcels(block.ring, front, dice);
        double sum = parcels.stream().mapToDouble(Ring::area).sum();
        boolean sound = parcels.stream()
                .allMatch(land -> land.area() > 1 && land.polygon().isValid());
        if (!sound || Math.abs(sum - block.ring.area()) > 0.05) {
            return List.of(block.ring);
        }
        return parcels.stream().filter(land -> !land.hasSpike()).toList();
    }

    private BlockUse use(Cell cell, Ring ring, Dice dice) {
        double area = ring.area();
        double roll = dice.between(0.0, 1.0);
        return switch (cell.zone) {
            case PARK -> BlockUse.PARK;
            case CEMETERY -> BlockUse.CEMETERY;
            case FRINGE -> BlockUse.FIELD;
            case ESTATE -> area < 4500 ? BlockUse.PARK : roll < 0.08 ? BlockUse.SCHOOL : BlockUse.ESTATE;
            case CAMPUS -> campus(area, roll);
            case INDUSTRY -> roll < 0.06 ? BlockUse.CAR_PARK : roll < 0.1 ? BlockUse.MARKET : BlockUse.BUILT;
            case CENTRE -> centre(cell, ring, roll);
            default -> common(area, roll);
        };
    }

    private BlockUse centre(Cell cell, Ring ring, double roll) {
        boolean northEast = cell.i == district.firstColumn() + district.size.columns / 2
                && cell.j == district.firstRow() + district.size.rows / 2;
        if (northEast && ring.distanceToEdge(district.centre) < 52) {
            return BlockUse.SQUARE;
        }
        return roll < 0.05
                ? BlockUse.MOSQUE
                : roll < 0.11 ? BlockUse.PUBLIC : roll < 0.15 ? BlockUse.PARK : BlockUse.BUILT;
    }

    private static BlockUse campus(double area, double roll) {
        if (area < 5000) {
            return BlockUse.PARK;
        }
        return roll < 0.3
                ? BlockUse.HOSPITAL
                : roll < 0.55
                        ? BlockUse.SCHOOL
                        : roll < 0.8 ? BlockUse.PUBLIC : roll < 0.9 ? BlockUse.BUS_STATION : BlockUse.SPORT;
    }

    private static BlockUse common(double area, double roll) {
        if (area < 900) {
            return roll < 0.7 ? BlockUse.PARK : BlockUse.CAR_PARK;
        }
        if (roll < 0.035) {
            return BlockUse.PARK;
        }
        if (roll < 0.05) {
            return BlockUse.PLAYGROUND;
        }
        if (roll < 0.075) {
            return area > 3000 ? BlockUse.SCHOOL : BlockUse.MOSQUE;
        }
        if (roll < 0.095) {
            return BlockUse.MOSQUE;
        }
        if (roll < 0.105) {
            return BlockUse.PUBLIC;
        }
        if (roll < 0.115) {
            return BlockUse.MARKET;
        }
        return roll < 0.122 ? BlockUse.SPORT : roll < 0.13 ? BlockUse.CAR_PARK : BlockUse.BUILT;
    }
}
