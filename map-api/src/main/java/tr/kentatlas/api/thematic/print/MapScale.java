package tr.kentatlas.api.thematic.print;

import org.locationtech.jts.geom.Envelope;

/** A round scale at which a box fits a frame. */
record MapScale(double denominator) {
    private static final double METRES_PER_POINT = 0.0254 / 72;
    private static final double[] LEADS = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10};
    /** Air between what is shown and the frame. */
    private static final double AIR = 1.04;

    static MapScale fitting(Envelope metres, Paper.Box frame) {
        double least = AIR * Math.max(metres.getWidth() / frame.width(), metres.getHeight() / frame.height());
        double needed = Math.max(100, least / METRES_PER_POINT);
        double power = Math.pow(10, Math.floor(Math.log10(needed)));
        for (double lead : LEADS) if (lead * power >= needed) return new MapScale(lead * power);
        return new MapScale(10 * power);
    }

    /** What the frame shows around the middle of a box, in metres. */
    Envelope shown(Envelope around, Paper.Box frame) {
        double halfX = frame.width() * METRES_PER_POINT * denominator / 2;
        double halfY = frame.height() * METRES_PER_POINT * denominator / 2;
        double x = around.centre().x;
        double y = around.centre().y;
        return new Envelope(x - halfX, x + halfX, y - halfY, y + halfY);
    }

    /** A round length in metres for a scale bar no longer than so many points. */
    double barMetres(double points) {
        double most = points * METRES_PER_POINT * denominator;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double lead = most / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    float points(double metres) {
        return (float) (metres / METRES_PER_POINT / denominator);
    }
}
