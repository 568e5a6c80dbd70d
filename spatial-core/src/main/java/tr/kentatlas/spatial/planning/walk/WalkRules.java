package tr.kentatlas.spatial.planning.walk;

import java.util.List;

/**
 * How it is walked.
 *
 * @param kilometresPerHour the same on every street, up and down, stairs and crossings included
 * @param snap metres within which a place must lie from its street; that way is walked too, in a straight line
 * @param minutes limits of the bands, ascending
 */
public record WalkRules(double kilometresPerHour, double snap, List<Integer> minutes) {
    private static final double METRES_PER_KILOMETRE = 1000;
    private static final double MINUTES_PER_HOUR = 60;

    public WalkRules {
        minutes = List.copyOf(minutes);
        if (minutes.isEmpty()) throw new IllegalArgumentException("at least one band");
    }

    /** The limit of the last band. */
    public int most() {
        return minutes.getLast();
    }

    public double metres(double ofMinutes) {
        return ofMinutes * kilometresPerHour * METRES_PER_KILOMETRE / MINUTES_PER_HOUR;
    }

    public double minutes(double ofMetres) {
        return ofMetres * MINUTES_PER_HOUR / METRES_PER_KILOMETRE / kilometresPerHour;
    }
}
