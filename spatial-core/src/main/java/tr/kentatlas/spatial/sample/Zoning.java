package tr.kentatlas.spatial.sample;

import org.jspecify.annotations.Nullable;

/** Gives every cell of a district its character: dense around the square, gardens and fields towards the border. */
final class Zoning {
    private final long seed;
    private final Size size;
    private final int district;
    private final Noise patches;
    private final Noise edge;

    Zoning(long seed, Size size, int district) {
        this.seed = seed;
        this.size = size;
        this.district = district;
        this.patches = new Noise(seed, 61 + 7L * district, 2.3);
        this.edge = new Noise(seed, 62 + 7L * district, 2.9);
    }

    /** @param i column and j row of the cell within its district */
    Zone at(int i, int j) {
        double cx = Math.floorDiv(size.columns, 2);
        double cy = Math.floorDiv(size.rows, 2);
        double dx = i + 0.5 - cx;
        double dy = j + 0.5 - cy;
        if (Math.abs(dx) < 1 && Math.abs(dy) < 1) {
            return Zone.CENTRE;
        }
        Zone special = special(i - (int) cx, j - (int) cy);
        if (special != null) {
            return special;
        }
        double far = Math.hypot(dx / (size.columns / 2.0), dy / (size.rows / 2.0)) + 0.17 * edge.at(i, j);
        return byDistance(i, j, far);
    }

    private @Nullable Zone special(int right, int up) {
        boolean large = size.columns > 9;
        if (right == 0 && up == 1) {
            return Zone.PARK;
        }
        if (right <= -2 && right >= (large ? -4 : -2) && up <= 0 && up >= (large ? -2 : 0)) {
            return Zone.OLD;
        }
        if (right == 2 - (large ? 0 : 1) && up == 1) {
            return Zone.CAMPUS;
        }
        if (!large) {
            return null;
        }
        if ((right == -3 && up == 3) || (right == 4 && up == -2)) {
            return Zone.PARK;
        }
        if ((right == 5 && up == 2) || (right == -5 && up == -4)) {
            return Zone.CAMPUS;
        }
        if (right == -6 && up == 4) {
            return Zone.CEMETERY;
        }
        return right >= 3 && up <= -4 && right + up >= -1 ? Zone.INDUSTRY : null;
    }

    private Zone byDistance(int i, int j, double far) {
        double patch = patches.at(i, j) + (Dice.at(seed, 63 + district, i, j) - 0.5) * 0.35;
        boolean outermost = i == 0 || j == 0 || i == size.columns - 1 || j == size.rows - 1;
        if (far > 1.25 || (outermost && far > 1.0)) {
            return patch > 0.2 ? Zone.VILLA : Zone.FRINGE;
        }
        if (far > 0.9 || outermost) {
            return patch > 0.48 ? Zone.ESTATE : patch > -0.02 ? Zone.VILLA : Zone.HOUSES;
        }
        if (far > 0.55) {
            return patch > 0.45 ? Zone.ESTATE : patch > -0.2 ? Zone.FLATS : Zone.HOUSES;
        }
        return patch > -0.35 ? Zone.FLATS : Zone.HOUSES;
    }
}
