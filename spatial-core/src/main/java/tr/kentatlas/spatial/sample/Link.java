package tr.kentatlas.spatial.sample;

import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;

/** A road between two nodes, drawn in the direction in which its doors are numbered. */
final class Link {
    final String key;
    final UUID id;
    final Road road;
    final Coordinate[] line;
    /** Metres from the start of the road. */
    final double from;

    final double to;
    final String leftMahalle;
    final String rightMahalle;
    int leftLow;
    int leftHigh;
    int rightLow;
    int rightHigh;

    Link(String key, UUID id, Road road, Coordinate[] line, double from, double to, String left, String right) {
        this.key = key;
        this.id = id;
        this.road = road;
        this.line = line;
        this.from = from;
        this.to = to;
        this.leftMahalle = left;
        this.rightMahalle = right;
    }

    String sideKey(boolean left) {
        return key + (left ? ":sol" : ":sag");
    }

    String mahalle(boolean left) {
        return left ? leftMahalle : rightMahalle;
    }

    void counts(boolean left, int number) {
        if (left) {
            leftLow = leftLow == 0 ? number : Math.min(leftLow, number);
            leftHigh = Math.max(leftHigh, number);
        } else {
            rightLow = rightLow == 0 ? number : Math.min(rightLow, number);
            rightHigh = Math.max(rightHigh, number);
        }
    }
}
