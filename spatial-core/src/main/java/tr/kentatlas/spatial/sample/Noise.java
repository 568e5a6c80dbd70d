package tr.kentatlas.spatial.sample;

/** Smooth value noise in [-1, 1]: bends streets, shapes the ground. */
final class Noise {
    private final long seed;
    private final long topic;
    private final double wavelength;

    Noise(long seed, long topic, double wavelength) {
        this.seed = seed;
        this.topic = topic;
        this.wavelength = wavelength;
    }

    double at(double x, double y) {
        double u = x / wavelength;
        double v = y / wavelength;
        long i = (long) Math.floor(u);
        long j = (long) Math.floor(v);
        double s = ease(u - i);
        double t = ease(v - j);
        double low = lerp(corner(i, j), corner(i + 1, j), s);
        double high = lerp(corner(i, j + 1), corner(i + 1, j + 1), s);
        return lerp(low, high, t);
    }

    private double corner(long i, long j) {
        return Dice.at(seed, topic, i, j) * 2 - 1;
    }

    private static double ease(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double lerp(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
