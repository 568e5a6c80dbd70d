package tr.kentatlas.spatial.sample;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that depends only on the seed, the topic and the place, so that any part of the city can be made on its own. */
final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long seed, String topic, long... place) {
        long hash = mix(seed ^ text(topic));
        for (long part : place) {
            hash = mix(hash * 31 + part);
        }
        return new Dice(hash);
    }

    /** A number in [0, 1) fixed by topic and place. */
    static double at(long seed, long topic, long x, long y) {
        return (mix(mix(mix(seed ^ topic) + x * 0x9E3779B97F4A7C15L) + y) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A number in [-size, size]. */
    double sway(double size) {
        return between(-size, size);
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static long text(String topic) {
        long hash = 1125899906842597L;
        for (int i = 0; i < topic.length(); i++) {
            hash = 31 * hash + topic.charAt(i);
        }
        return hash;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
