package tr.kentatlas.spatial.feature;

import java.util.Arrays;
import java.util.List;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.QuestionRefused;

/**
 * A box as asked for, easting or longitude first whatever the CRS. A geographic box whose west is greater than its east crosses the
 * antimeridian (OGC 17-069r4 §7.15.3).
 */
public record Bbox(double west, double south, double east, double north, Crs crs) {
    public Bbox {
        if (!Double.isFinite(west + south + east + north)) throw new QuestionRefused(Phrase.BBOX_NOT_FINITE);
        if (south > north) throw new QuestionRefused(Phrase.BBOX_UPSIDE_DOWN);
        if (west > east && !crs.isGeographic()) {
            throw new QuestionRefused(Phrase.BBOX_REVERSED);
        }
        if (crs.isGeographic()
                && (Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 360 || Math.abs(east) > 360)) {
            throw new QuestionRefused(Phrase.BBOX_OFF_EARTH);
        }
    }

    /** Reads four numbers, or six with heights that are passed over, in the CRS's own axis order. */
    public static Bbox parse(String text, Crs crs) {
        List<Double> n = Arrays.stream(text.split(",", -1))
                .map(part -> number(part.strip()))
                .toList();
        if (n.size() != 4 && n.size() != 6) throw new QuestionRefused(Phrase.BBOX_NUMBERS);
        int upper = n.size() / 2;
        return crs.firstAxis() == Crs.Axis.EAST
                ? new Bbox(n.get(0), n.get(1), n.get(upper), n.get(upper + 1), crs)
                : new Bbox(n.get(1), n.get(0), n.get(upper + 1), n.get(upper), crs);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new QuestionRefused(Phrase.NO_NUMBER, text);
        }
    }
}
